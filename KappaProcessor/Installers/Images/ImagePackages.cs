namespace Kappa.Installers.Images;

/// <summary>
/// The packages in an image, of which the largest is the one that it is about. What lies in an application or
/// in another package is a part of that.
/// </summary>
internal sealed class ImagePackages
{
    private static readonly string[] Suffixes = [".pkg", ".mpkg"];

    private static readonly string[] Bundles = [".app", ".bundle", ".framework", ".plugin"];

    /// <summary>The largest flat package; null when there is none.</summary>
    public ImageFile? Largest { get; private set; }

    /// <summary>How many flat packages there are.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// The first by name of the packages in the old form, which are folders; null without any.
    /// </summary>
    public string? Folder { get; private set; }

    public void Consider(ImageFile file)
    {
        for (var end = file.Path.IndexOf('/'); end >= 0; end = file.Path.IndexOf('/', end + 1))
        {
            var folder = file.Path[..end];
            if (EndsIn(folder, Bundles))
            {
                return;
            }

            if (EndsIn(folder, Suffixes))
            {
                Folder = Folder is null || string.CompareOrdinal(folder, Folder) < 0 ? folder : Folder;
                return;
            }
        }

        if (!EndsIn(file.Path, Suffixes) || IsAttributes(file.Path))
        {
            return;
        }

        Count++;
        Largest = Compare(file, Largest) > 0 ? file : Largest;
    }

    /// <summary>An AppleDouble file, which holds another's Finder attributes.</summary>
    private static bool IsAttributes(string path) =>
        Path.GetFileName(path.AsSpan()).StartsWith("._", StringComparison.Ordinal);

    private static bool EndsIn(string path, string[] suffixes) =>
        suffixes.Any(suffix => path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    private static int Compare(ImageFile one, ImageFile? other)
    {
        if (other is null || one.Size != other.Size)
        {
            return one.Size.CompareTo(other?.Size ?? -1);
        }

        return string.CompareOrdinal(other.Path, one.Path);
    }
}
