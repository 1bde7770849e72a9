using System.Net;
using System.Net.Http.Headers;

namespace Kappa.Installers.Casks;

/// <summary>
/// One cask's download onto its shelf, in as many tries as it takes; each goes on where the last broke off.
/// </summary>
internal sealed class CaskDownload(
    CaskConnection connection, CaskDocument cask, CaskShelf shelf, TimeProvider clock)
{
    private const int MostTries = 5;

    private const int BufferSize = 128 * 1024;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    /// <summary>The file: the one that was there when the server says it has not changed.</summary>
    /// <exception cref="KappaException">It cannot be had.</exception>
    public async Task<string> RunAsync(IProgress<TransferProgress> progress, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var result = await TryAsync(progress, cancel);
            if (result.Path is { } path)
            {
                return path;
            }

            if (tries == MostTries)
            {
                throw new KappaException(
                    $"The download of cask {cask.Token} from {cask.Request.Url.Host} broke off {MostTries} times; "
                        + $"the last time: {PrintableText.Of(result.Fault)}.",
                    "Check the network and the proxy, then run again; it goes on from where it stopped.");
            }

            await Task.Delay(FirstWait * (1 << (tries - 1)), clock, cancel);
        }
    }

    private async Task<Try> TryAsync(IProgress<TransferProgress> progress, CancellationToken cancel)
    {
        using var guard = new StallGuard(clock, cancel);
        try
        {
            using var answer = await connection.SendAsync(cask.Request, AddCondition, guard.Token);
            return await TakeAsync(answer, progress, guard);
        }
        catch (OperationCanceledException problem) when (!cancel.IsCancellationRequested)
        {
            return Try.Broken((guard.Stall ?? ConnectionFault.From(problem)).Text);
        }
        catch (HttpRequestException problem)
        {
            var fault = ConnectionFault.From(problem);
            return fault.Kind != FaultKind.NotTrusted
                ? Try.Broken(fault.Text)
                : throw new KappaException(
                    $"{cask.Request.Url.Host} cannot be trusted: {fault.Text}.", fault.Remedy, problem);
        }
        catch (HttpIOException problem)
        {
            return Try.Broken(problem.Message.TrimEnd('.'));
        }
    }

    private Task<Try> TakeAsync(
        HttpResponseMessage answer, IProgress<TransferProgress> progress, StallGuard guard)
    {
        var range = answer.Content.Headers.ContentRange;
        switch (answer.StatusCode)
        {
            case HttpStatusCode.NotModified when shelf.FindFile() is { } kept:
                return Task.FromResult(Try.Done(kept));
            case HttpStatusCode.OK:
                return ReceiveAsync(answer, from: 0, progress, guard);
            case HttpStatusCode.PartialContent when range?.From == shelf.PartLength:
                return ReceiveAsync(answer, shelf.PartLength, progress, guard);
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable:
                shelf.RemovePart();
                return Task.FromResult(Try.Broken("the server sent another part than was asked for"));
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
                or >= HttpStatusCode.InternalServerError:
                return Task.FromResult(Try.Broken($"status {(int)answer.StatusCode}"));
            default:
                throw new KappaException(
                    $"{answer.RequestMessage!.RequestUri!.Host} refuses the download of cask {cask.Token}: "
                        + $"status {(int)answer.StatusCode}.",
                    "The vendor may have moved it; run again when Homebrew has caught up (brew update).");
        }
    }

    private async Task<Try> ReceiveAsync(
        HttpResponseMessage answer, long from, IProgress<TransferProgress> progress, StallGuard guard)
    {
        var name = DownloadName.Of(answer, cask.Request.Url, cask.Token);
        var total = answer.Content.Headers.ContentRange?.Length ?? from + answer.Content.Headers.ContentLength;
        RequireSize(total ?? 0);
        shelf.RemoveFile();
        shelf.Remember(CaskValidator.Of(answer));
        await using (var part = OpenPart(from))
        {
            await using var content = await answer.Content.ReadAsStreamAsync(guard.Token);
            var buffer = new byte[BufferSize];
            while (await ReadAsync(content, buffer, guard.Token) is > 0 and var got)
            {
                await part.WriteAsync(buffer.AsMemory(0, got), guard.Token);
                guard.Moved(long.MaxValue);
                RequireSize(part.Position);
                progress.Report(new TransferProgress($"Downloading {name}", part.Position, total));
            }
        }

        return total is { } wanted && shelf.PartLength != wanted
            ? Try.Broken($"{shelf.PartLength:N0} of {wanted:N0} bytes came")
            : Try.Done(shelf.Accept(name));
    }

    // Otherwise a line that breaks could not be told from a disk that is full.
    private static async Task<int> ReadAsync(Stream content, byte[] buffer, CancellationToken cancel)
    {
        try
        {
            return await content.ReadAsync(buffer, cancel);
        }
        catch (IOException fault)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, fault.Message, fault);
        }
    }

    private FileStream OpenPart(long from)
    {
        var part = new FileStream(
            shelf.Part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        part.SetLength(from);
        part.Position = from;
        return part;
    }

    /// <summary>
    /// A part is only asked to be continued when a change would be noticed: by the server, or by the checksum.
    /// </summary>
    private void AddCondition(HttpRequestMessage request)
    {
        if (request.Method != HttpMethod.Get)
        {
            return;
        }

        if (shelf.PartLength > 0 && (cask.Sha256 is not null || CaskValidator.IsStrong(shelf.Validator)))
        {
            request.Headers.Range = new RangeHeaderValue(shelf.PartLength, null);
            CaskValidator.AddIfRange(request, shelf.Validator);
        }
        else if (shelf.FindFile() is not null)
        {
            CaskValidator.AddIfChanged(request, shelf.Validator);
        }
    }

    private void RequireSize(long bytes)
    {
        if (bytes > InstallerFile.LargestSize)
        {
            shelf.RemovePart();
            throw new KappaException(
                $"The download of cask {cask.Token} has {bytes:N0} bytes or more; Kandji takes "
                    + $"{InstallerFile.LargestSize:N0} (5 GB).",
                "Take it off the list.");
        }
    }

    /// <summary>What one try came to: the file, or why it broke off.</summary>
    private sealed record Try(string? Path, string? Fault)
    {
        public static Try Done(string path) => new(path, null);

        public static Try Broken(string fault) => new(null, fault);
    }
}
