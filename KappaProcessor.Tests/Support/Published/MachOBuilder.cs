using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Kappa.Tests.Support.Published;

/// <summary>Writes a Mach-O executable that is headers, some code, and an ad-hoc signature of both.</summary>
internal sealed record MachOBuilder
{
    private const int CodeStart = 256;
    private const int DirectorySize = 88;
    private const int DirectoryStart = 20;

    public uint CpuType { get; init; } = MachOFile.Arm64;

    public uint Flags { get; init; } = CodeDirectory.AdHoc;

    public bool IsSigned { get; init; } = true;

    /// <summary>Bytes that the signature is of; null for all before it.</summary>
    public int? CodeLimit { get; init; }

    public byte HashType { get; init; } = 2;

    public byte[] Code { get; init; } = new byte[10_000];

    /// <summary>As a power of two.</summary>
    public byte PageBits { get; init; } = 12;

    public byte[] Build()
    {
        byte[] signed = [.. new byte[CodeStart], .. Code];
        var signatureSize = SignatureSize(signed.Length);
        WriteHeader(signed, signatureSize);
        return IsSigned ? [.. signed, .. Signature(signed)] : signed;
    }

    private int Limit(int length) => CodeLimit ?? length;

    private int PageCount(int length) => (Limit(length) + (1 << PageBits) - 1) >> PageBits;

    private int SignatureSize(int length) => DirectoryStart + DirectorySize + (PageCount(length) * 32);

    private void WriteHeader(Span<byte> file, int signatureSize)
    {
        Little(file, 0, 0xfeedfacf, CpuType, 0, MachOFile.Executable, IsSigned ? 2u : 1u, IsSigned ? 88u : 72u);
        var segment = file[32..];
        Little(segment, 0, 0x19, 72);
        Encoding.ASCII.GetBytes("__LINKEDIT", segment[8..]);
        Little(segment, 40, CodeStart, 0, (uint)(Code.Length + (IsSigned ? signatureSize : 0)));
        if (IsSigned)
        {
            Little(segment, 72, 0x1d, 16, (uint)file.Length, (uint)signatureSize);
        }
    }

    private byte[] Signature(byte[] signed)
    {
        var pages = PageCount(signed.Length);
        var signature = new byte[SignatureSize(signed.Length)];
        Big(signature, 0, 0xfade0cc0, (uint)signature.Length, 1, 0, DirectoryStart);
        var directory = signature.AsSpan(DirectoryStart);
        Big(directory, 0, 0xfade0c02, (uint)directory.Length, 0x20400, Flags, DirectorySize, 0, 0, (uint)pages);
        Big(directory, 32, (uint)Limit(signed.Length));
        directory[36] = 32;
        directory[37] = HashType;
        directory[39] = PageBits;
        for (var page = 0; page < pages; page++)
        {
            var start = page << PageBits;
            var length = Math.Min(1 << PageBits, Limit(signed.Length) - start);
            SHA256.HashData(signed.AsSpan(start, length), directory[(DirectorySize + (page * 32))..]);
        }

        return signature;
    }

    private static void Little(Span<byte> bytes, int at, params ReadOnlySpan<uint> numbers)
    {
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], number);
            at += 4;
        }
    }

    private static void Big(Span<byte> bytes, int at, params ReadOnlySpan<uint> numbers)
    {
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes[at..], number);
            at += 4;
        }
    }
}
