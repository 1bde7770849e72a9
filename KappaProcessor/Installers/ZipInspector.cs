using Kappa.Formats;
using Kappa.Formats.Zip;

namespace Kappa.Installers;

/// <summary>What a .zip says of the application in it. Nothing but the Info.plists is expanded.</summary>
internal static class ZipInspector
{
    private const string Source = "zip";

    /// <summary>Where Kandji expands a .zip, unless told otherwise.</summary>
    private const string Location = "/Applications";

    /// <summary>A .zip without an application gives metadata without one.</summary>
    /// <exception cref="MediaFormatException">
    /// The archive, or the application's Info.plist, is broken.
    /// </exception>
    public static InstallerMetadata Read(Stream content, CancellationToken cancel)
    {
        var part = new ContentPart(Source, Location);
        var survey = new ContentSurvey();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var directory = ZipDirectory.Read(content);
        foreach (var entry in directory.Walk().Where(IsInstalled))
        {
            cancel.ThrowIfCancellationRequested();
            survey.Count(part, entry.Path, entry.Size);
            if (ContentSurvey.Wants(part, entry.Path))
            {
                CheckName(entry, kept);
                survey.Keep(part, entry.Path, directory.ReadContent(entry, InfoPlist.LargestSize));
            }
        }

        var metadata = new InstallerMetadata();
        return survey.FindApplication() is { } app ? metadata.WithApplication(app) : metadata;
    }

    /// <summary>
    /// A file, and not one with another's Finder attributes (AppleDouble), which a Mac merges into that one.
    /// </summary>
    private static bool IsInstalled(ZipEntry entry) =>
        !entry.IsFolder
        && !entry.IsSymbolicLink
        && !entry.Path.StartsWith("__MACOSX/", StringComparison.Ordinal)
        && !Path.GetFileName(entry.Path.AsSpan()).StartsWith("._", StringComparison.Ordinal);

    /// <summary>
    /// Which of two of the same name ends up on the Mac is anyone's guess, as is a name in no UTF-8.
    /// </summary>
    private static void CheckName(ZipEntry entry, HashSet<string> kept)
    {
        if (!kept.Add(PayloadPath.Normalize(entry.Path)))
        {
            throw Fault(entry, $"two entries are called {entry.Path}", "a name is used once");
        }

        if (entry.Path.Contains('\uFFFD', StringComparison.Ordinal))
        {
            throw Fault(entry, $"{entry.Path} is a name that is not in UTF-8", "a Mac takes names for that");
        }
    }

    private static MediaFormatException Fault(ZipEntry entry, string found, string wanted) =>
        new(ZipEnd.Format, entry.Offset, found, wanted);
}
