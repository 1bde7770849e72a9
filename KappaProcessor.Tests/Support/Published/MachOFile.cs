using System.Buffers.Binary;
using System.Text;

namespace Kappa.Tests.Support.Published;

/// <summary>
/// A 64-bit Mach-O executable for one processor, and where its code signature is.
/// Layout: <c>mach-o/loader.h</c> of Apple's SDK; numbers are little-endian.
/// </summary>
/// <param name="CpuType">What of <c>mach/machine.h</c> it runs on.</param>
/// <param name="FileType">2 is an executable.</param>
/// <param name="LinkEditEnd">Where the last segment ends, in bytes from the start of the file.</param>
/// <param name="Signature">Where <c>LC_CODE_SIGNATURE</c> says the signature is; null where it is unsigned.</param>
internal sealed record MachOFile(uint CpuType, uint FileType, ulong LinkEditEnd, Range? Signature)
{
    public const uint X64 = 0x01000007;
    public const uint Arm64 = 0x0100000c;
    public const uint Executable = 2;

    private const uint Magic = 0xfeedfacf;
    private const uint SegmentCommand = 0x19;
    private const uint CodeSignatureCommand = 0x1d;
    private const int HeaderSize = 32;

    /// <exception cref="FormatException">It is no such file, or its load commands are not within it.</exception>
    public static MachOFile Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderSize || Number(file, 0) != Magic)
        {
            throw new FormatException("This is no 64-bit Mach-O file.");
        }

        var found = new MachOFile(Number(file, 4), Number(file, 12), 0, null);
        var commands = checked((int)Number(file, 16));
        var at = HeaderSize;
        for (var command = 0; command < commands; command++)
        {
            var size = at <= file.Length - 8 ? Number(file, at + 4) : 0;
            if (size < 8 || size > file.Length - at)
            {
                throw new FormatException($"Load command {command} at {at} is not within the file.");
            }

            found = found.With(file.Slice(at, (int)size));
            at += (int)size;
        }

        return found;
    }

    private MachOFile With(ReadOnlySpan<byte> command) => Number(command, 0) switch
    {
        SegmentCommand when Encoding.ASCII.GetString(command.Slice(8, 16)).TrimEnd('\0') == "__LINKEDIT" =>
            this with { LinkEditEnd = Wide(command, 40) + Wide(command, 48) },
        CodeSignatureCommand => this with { Signature = Place(Number(command, 8), Number(command, 12)) },
        _ => this,
    };

    private static Range Place(uint start, uint length) => checked((int)start..(int)(start + length));

    private static uint Number(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong Wide(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
