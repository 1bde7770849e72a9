using System.Security.Cryptography;
using NLog;

namespace Kappa.Installers.Casks;

/// <summary>Without <c>brew</c>: Homebrew's API says where an installer is, and the vendor sends it.</summary>
internal sealed class WebCaskSource(CaskWeb web, TimeProvider clock, ILogger log) : ICaskSource, IDisposable
{
    // Large reads: hashing is then bound by the processor's SHA instructions, not by system calls.
    private const int BufferSize = 1 << 20;

    private readonly CaskConnection connection = new(web.Api.IsLoopback);

    public async Task<FetchedCask> FetchAsync(
        string token, IProgress<TransferProgress> progress, CancellationToken cancel)
    {
        var api = new CaskApi(web.Api, connection, clock);
        var cask = await api.ReadAsync(CaskToken.Parse(token), web.Processor, cancel);
        CaskSuitability.Require(cask);
        log.Say(CaskSuitability.Notes(cask));
        try
        {
            return new FetchedCask(cask.Token, cask.Name, cask.Version, await FetchAsync(cask, progress, cancel));
        }
        catch (UnauthorizedAccessException fault)
        {
            throw Unwritable(fault);
        }
        catch (IOException fault)
        {
            throw Unwritable(fault);
        }
    }

    public void Dispose() => connection.Dispose();

    private async Task<string> FetchAsync(
        CaskDocument cask, IProgress<TransferProgress> progress, CancellationToken cancel)
    {
        using var shelf = await CaskShelf.OpenAsync(web.Cache, cask, clock, cancel);
        if (cask.Sha256 is not null && shelf.FindFile() is { } kept)
        {
            if (await Sha256Async(kept, progress, cancel) == cask.Sha256)
            {
                log.Say(Note.Reason($"Cask {cask.Token}: {kept} is there already."));
                return kept;
            }

            shelf.RemoveFile();
        }

        var path = await new CaskDownload(connection, cask, shelf, clock).RunAsync(progress, cancel);
        await RequireChecksumAsync(cask, shelf, progress, cancel);
        return RequireInstaller(cask, shelf, path);
    }

    private static async Task RequireChecksumAsync(
        CaskDocument cask,
        CaskShelf shelf,
        IProgress<TransferProgress> progress,
        CancellationToken cancel)
    {
        if (cask.Sha256 is not { } wanted)
        {
            return;
        }

        var found = await Sha256Async(shelf.FindFile()!, progress, cancel);
        if (found == wanted)
        {
            return;
        }

        shelf.RemoveFile();
        throw new KappaException(
            $"The download of cask {cask.Token} has the SHA-256 {found}; Homebrew says {wanted}. It was deleted.",
            "The vendor may have replaced the file: run again when Homebrew has caught up. If it stays so, do not "
                + "trust it.");
    }

    private static async Task<string> Sha256Async(
        string path, IProgress<TransferProgress> progress, CancellationToken cancel)
    {
        await using var file = new FileStream(
            path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        while (await file.ReadAsync(buffer, cancel) is > 0 and var got)
        {
            hash.AppendData(buffer, 0, got);
            progress.Report(new TransferProgress($"Checking {Path.GetFileName(path)}", file.Position, file.Length));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The file's path, which may get a suffix.</summary>
    private static string RequireInstaller(CaskDocument cask, CaskShelf shelf, string path)
    {
        if (InstallerInspector.FindKind(path) is { } kind)
        {
            return shelf.Rename(path, DownloadName.WithSuffix(Path.GetFileName(path), kind));
        }

        shelf.RemoveFile();
        throw new KappaException(
            $"What {cask.Request.Url.Host} sends for cask {cask.Token} is no package, disk image or .zip.",
            "It may be a page that wants a person; download it in a browser, and upload the file.");
    }

    private KappaException Unwritable(Exception fault) => new(
        $"The download of a cask cannot be kept in {web.Cache}: {fault.Message}",
        "Check the free space and the permissions of that folder, then run again.",
        fault);
}
