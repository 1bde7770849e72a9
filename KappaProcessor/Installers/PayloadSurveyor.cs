using Kappa.Formats.Cpio;
using Kappa.Formats.Streams;
using Kappa.Formats.Xar;

namespace Kappa.Installers;

/// <summary>
/// Goes through the payload of one component, from front to back, and enters it into a survey.
/// </summary>
internal sealed class PayloadSurveyor(ContentSurvey survey, ContentPart part)
{
    /// <summary>
    /// Files with several names: real installers have some thousands, and each takes memory.
    /// </summary>
    private const int MostSharedFiles = 500_000;

    private readonly HashSet<(long, long)> counted = [];
    private readonly Dictionary<(long, long), List<string>> awaited = [];

    public void Read(XarArchive archive, XarEntry payload, CancellationToken cancel)
    {
        using var content = archive.Open(payload);
        using var ahead = new ReadAheadStream(content);
        using var stored = new HashingStream(ahead, hash: null);
        using var stream = PayloadStream.Open(stored);
        var source = new ExpansionSource(payload.Path, payload.Data!.Length, () => stored.Position);
        using var guard = new ExpansionGuard(stream, source, cancel);
        using var buffered = new BufferedStream(guard, 128 * 1024);
        var cpio = new CpioReader(buffered, $"{payload.Path}, cpio archive");
        while (cpio.Next() is { } entry)
        {
            if (entry.IsFile)
            {
                Take(entry, cpio);
            }
        }

        buffered.CopyTo(Stream.Null);
        stream.ReadToEnd();
    }

    private void Take(CpioEntry entry, CpioReader cpio)
    {
        if (!IsCounted(entry))
        {
            survey.Count(part, entry.Path, entry.Size);
        }

        var infoPlists = TakeInfoPlists(entry);
        if (infoPlists.Count > 0)
        {
            var content = cpio.ReadContent(InfoPlist.LargestSize);
            infoPlists.ForEach(path => survey.Keep(part, path, content));
        }
    }

    /// <summary>
    /// A file with several names takes its bytes once on the Mac, however often the archive has them.
    /// </summary>
    private bool IsCounted(CpioEntry entry) =>
        entry is { SharedFile: { } file, Size: > 0 } && counted.Count < MostSharedFiles && !counted.Add(file);

    /// <summary>
    /// The paths whose Info.plist is the content that follows. Of the names of one file, the newer form of
    /// cpio gives content to the last alone.
    /// </summary>
    private List<string> TakeInfoPlists(CpioEntry entry)
    {
        List<string> paths = ContentSurvey.Wants(part, entry.Path) ? [entry.Path] : [];
        if (entry.SharedFile is not { } file)
        {
            return paths;
        }

        if (awaited.Remove(file, out var earlier))
        {
            paths = [.. earlier, .. paths];
        }

        if (entry.Size > 0 || paths.Count == 0)
        {
            return paths;
        }

        awaited[file] = paths;
        return [];
    }
}
