using System.Buffers.Binary;
using System.Text;

namespace Kappa.Tests.Support.Published;

/// <summary>
/// A 64-bit little-endian ELF executable. Layout: <c>elf(5)</c>.
/// </summary>
/// <param name="Machine">The processor.</param>
/// <param name="Loader">What the kernel starts it with; empty where it is linked statically.</param>
internal sealed record ElfFile(ushort Machine, string Loader)
{
    public const ushort X64 = 62;
    public const ushort Arm64 = 183;

    private const int HeaderSize = 64;
    private const uint LoaderSegment = 3;

    /// <exception cref="FormatException">It is no such file.</exception>
    public static ElfFile Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderSize || !file.StartsWith("\u007fELF\u0002\u0001"u8))
        {
            throw new FormatException("This is no 64-bit little-endian ELF file.");
        }

        return new ElfFile(Number16(file, 18), LoaderIn(file));
    }

    private static string LoaderIn(ReadOnlySpan<byte> file)
    {
        var table = checked((int)Number64(file, 32));
        for (var segment = 0; segment < Number16(file, 56); segment++)
        {
            var header = file[(table + (segment * Number16(file, 54)))..];
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) == LoaderSegment)
            {
                var name = file.Slice(checked((int)Number64(header, 8)), checked((int)Number64(header, 32)));
                return Encoding.ASCII.GetString(name).TrimEnd('\0');
            }
        }

        return "";
    }

    private static ushort Number16(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static ulong Number64(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
