using System.Globalization;

namespace Kappa.Installers.Images;

/// <summary>
/// Reads what <c>7zz l -slt</c> writes: what the archive is, from the outermost to the innermost, then its
/// entries, a property a line. Versions differ in which properties they know.
/// <code>
/// Path = Firefox.dmg
/// Type = Dmg
/// …
/// Type = HFS
/// ----------
/// Path = Firefox/Firefox.app/Contents/Info.plist
/// Folder = -
/// Size = 4096
/// Mode = -rw-r--r--
/// </code>
/// </summary>
internal sealed class SevenZipListing(Action<ImageFile> see)
{
    private const string EntriesFollow = "----------";

    private bool isInEntries;
    private string? path;
    private long size;
    private bool isFile;

    /// <summary>Of the innermost archive, <c>HFS</c>; null when none could be opened.</summary>
    public string? Type { get; private set; }

    public void Take(string line)
    {
        if (!isInEntries && line.StartsWith(EntriesFollow, StringComparison.Ordinal))
        {
            isInEntries = true;
            return;
        }

        // Without a value there may be no second space; a name can start with one.
        var equals = line.IndexOf(" =", StringComparison.Ordinal);
        if (equals > 0)
        {
            Take(line[..equals], line[Math.Min(equals + " = ".Length, line.Length)..]);
        }
    }

    /// <summary>No line follows.</summary>
    public void End()
    {
        if (path is not null && isFile)
        {
            see(new ImageFile(Type == "HFS" ? WithoutVolume(path) : path, path, size));
        }

        path = null;
    }

    private void Take(string property, string value)
    {
        if (!isInEntries)
        {
            Type = property == "Type" ? value : Type;
            return;
        }

        switch (property)
        {
            case "Path":
                End();
                (path, size, isFile) = (value, 0, true);
                break;
            case "Size":
                _ = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out size);
                break;
            case "Folder" or "Alternate Stream":
                isFile &= value != "+";
                break;
            case "Mode":
                isFile &= value.Length == 0 || value[0] == '-';
                break;
            case "Symbolic Link":
                isFile &= value.Length == 0;
                break;
        }
    }

    /// <summary>In HFS the first folder is the volume.</summary>
    private static string WithoutVolume(string path) => path[(path.IndexOf('/') + 1)..];
}
