using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Kappa.Tests.Support.Published;

/// <summary>
/// The part of a code signature that has a hash of every page, SHA-256.
/// Layout: <c>cs_blobs.h</c> of Apple's xnu; numbers are big-endian, offsets from the start of the directory.
/// </summary>
/// <param name="Flags">How it was signed; <see cref="AdHoc"/> is without an identity.</param>
/// <param name="CodeLimit">Bytes from the start of the file that are signed.</param>
/// <param name="PageSize">Bytes that one hash is of; the last page may be shorter.</param>
/// <param name="Pages">The hashes, page by page.</param>
internal sealed record CodeDirectory(uint Flags, ulong CodeLimit, int PageSize, IReadOnlyList<byte[]> Pages)
{
    public const uint AdHoc = 0x2;

    private const uint SignatureMagic = 0xfade0cc0;
    private const uint DirectoryMagic = 0xfade0c02;
    private const uint FirstVersionOfWideLimit = 0x20300;
    private const int HeaderSize = 44;
    private const int Sha256Type = 2;

    /// <summary>The directory in <paramref name="signature"/>, the bytes that Mach-O calls the signature.</summary>
    /// <exception cref="FormatException">There is none, or it is not hashed by SHA-256.</exception>
    public static CodeDirectory In(ReadOnlySpan<byte> signature)
    {
        if (signature.Length < 12 || Number(signature, 0) != SignatureMagic)
        {
            throw new FormatException("The code signature does not begin as one.");
        }

        var blobs = checked((int)Number(signature, 8));
        for (var blob = 0; blob < blobs; blob++)
        {
            var start = checked((int)Number(signature, 12 + (8 * blob) + 4));
            if (Number(signature, start) == DirectoryMagic)
            {
                return Read(signature.Slice(start, checked((int)Number(signature, start + 4))));
            }
        }

        throw new FormatException("The code signature has no directory.");
    }

    /// <summary>The numbers of those pages of the signed file whose hash is another one.</summary>
    public IEnumerable<int> BrokenPages(ReadOnlyMemory<byte> file)
    {
        for (var page = 0; page < Pages.Count; page++)
        {
            var start = (long)page * PageSize;
            var length = Math.Min(PageSize, Math.Min((long)CodeLimit, file.Length) - start);
            if (length <= 0 || !SHA256.HashData(file.Span.Slice((int)start, (int)length)).SequenceEqual(Pages[page]))
            {
                yield return page;
            }
        }
    }

    private static CodeDirectory Read(ReadOnlySpan<byte> directory)
    {
        if (directory.Length < HeaderSize || directory[37] != Sha256Type || directory[36] != SHA256.HashSizeInBytes)
        {
            throw new FormatException("The code directory is not hashed by SHA-256.");
        }

        var wide = Number(directory, 8) >= FirstVersionOfWideLimit
            ? BinaryPrimitives.ReadUInt64BigEndian(directory[56..])
            : 0;
        var hashes = checked((int)Number(directory, 16));
        var pages = new List<byte[]>();
        for (var page = 0; page < Number(directory, 28); page++)
        {
            pages.Add(directory.Slice(hashes + (page * SHA256.HashSizeInBytes), SHA256.HashSizeInBytes).ToArray());
        }

        return new CodeDirectory(
            Number(directory, 12), wide > 0 ? wide : Number(directory, 32), 1 << directory[39], pages);
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int at)
    {
        if (at < 0 || at > bytes.Length - 4)
        {
            throw new FormatException($"The code signature ends before its offset {at}.");
        }

        return BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
    }
}
