using System.Security.Cryptography;

namespace Kappa.Sandbox.Storage;

/// <summary>
/// Takes a file's bytes as they come: counts and hashes them, and writes them to disk if there is a place.
/// </summary>
internal sealed class UploadSink(SandboxFile? file) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Size { get; private set; }

    public void Write(ReadOnlyMemory<byte> piece)
    {
        hash.AppendData(piece.Span);
        file?.Write(piece);
        Size += piece.Length;
    }

    /// <summary>Keeps the bytes, and says their SHA-256 in lower-case hex.</summary>
    public string Finish()
    {
        file?.Keep();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose()
    {
        hash.Dispose();
        file?.Dispose();
    }
}
