using System.Buffers;
using System.Security.Cryptography;
using Kappa.Installers;

namespace Kappa.Publishing;

/// <summary>
/// The installer's bytes, and the promise that they are still those that were looked at first.
/// </summary>
internal static class InstallerBytes
{
    // Large reads: hashing is then bound by the processor's SHA instructions, not by system calls.
    private const int BufferSize = 1 << 20;

    /// <exception cref="KappaException">It has vanished, or may not be read.</exception>
    public static FileStream Open(InstallerFile installer)
    {
        try
        {
            return new FileStream(
                installer.Path,
                new FileStreamOptions
                {
                    Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                    BufferSize = 0,
                });
        }
        catch (IOException fault)
        {
            throw Unreadable(installer, fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw Unreadable(installer, fault);
        }
    }

    /// <summary>Lower-case hex.</summary>
    /// <exception cref="KappaException">The file is not the one that was looked at before.</exception>
    public static Task<string> Sha256Async(InstallerFile installer, CancellationToken cancel) =>
        Sha256Async(installer, null, cancel);

    /// <summary>The same, and says how far it has come.</summary>
    public static async Task<string> Sha256Async(
        InstallerFile installer, IProgress<TransferProgress>? progress, CancellationToken cancel)
    {
        await using var content = Open(installer);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var deed = $"Hashing {installer.Name}";
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int count;
            while ((count = await content.ReadAsync(buffer.AsMemory(0, BufferSize), cancel)) > 0)
            {
                hash.AppendData(buffer, 0, count);
                progress?.Report(new TransferProgress(deed, content.Position, installer.Size));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        RequireUnchanged(installer);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <exception cref="KappaException">Size or modification time are not what they were.</exception>
    public static void RequireUnchanged(InstallerFile installer)
    {
        var now = new FileInfo(installer.Path);
        if (now.Exists && now.Length == installer.Size && now.LastWriteTimeUtc == installer.ModifiedAt.UtcDateTime)
        {
            return;
        }

        throw new KappaException(
            $"{installer.Path} {(now.Exists ? "changed" : "vanished")} while it was read.",
            "Another process writes to it: let that finish, then run the recipe again.");
    }

    private static KappaException Unreadable(InstallerFile installer, Exception fault) => new(
        $"{installer.Path} cannot be read any more: {fault.Message}",
        "Another process may have moved or replaced it: let that finish, then run the recipe again.",
        fault);
}
