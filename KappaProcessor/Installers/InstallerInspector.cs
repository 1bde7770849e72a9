namespace Kappa.Installers;

/// <summary>
/// Finds out what an installer is and what it says of itself. Its content decides, never its suffix.
/// </summary>
internal static class InstallerInspector
{
    /// <summary>Kilobytes read out of gigabytes: the kind, and what a package's documents tell.</summary>
    /// <exception cref="KappaException">There is no installer, or Kandji cannot take it.</exception>
    public static IdentifiedInstaller Identify(string path, CancellationToken cancel) =>
        InstallerContent.Read(path, content => Identify(path, content, cancel));

    /// <summary>
    /// Does it start or end like one? Nothing is there is no; a broken one is yes, and identifying it says
    /// why.
    /// </summary>
    public static bool LooksLikeInstaller(string path) => FindKind(path) is not null;

    /// <summary>By its content; null when the file is no installer, or not there.</summary>
    public static InstallerKind? FindKind(string path)
    {
        using var content = InstallerContent.Find(path);
        return content is null ? null : InstallerSignature.Find(content);
    }

    private static IdentifiedInstaller Identify(string path, FileStream content, CancellationToken cancel)
    {
        if (content.Length > InstallerFile.LargestSize)
        {
            throw new KappaException(
                $"{path} has {content.Length:N0} bytes; Kandji takes {InstallerFile.LargestSize:N0} (5 GB).",
                "Leave out what it does not need, or split it into several installers.");
        }

        var kind = InstallerSignature.Find(content) ?? throw ForeignContent.Describe(path, content);
        var modified = File.GetLastWriteTimeUtc(content.SafeFileHandle);
        var file = new InstallerFile(path, kind, content.Length, new DateTimeOffset(modified, TimeSpan.Zero));
        var metadata = kind == InstallerKind.Package
            ? IdentifyPackage(file, content, cancel)
            : new InstallerMetadata { ApplicationIsOpen = true };
        return new IdentifiedInstaller(file, metadata);
    }

    private static InstallerMetadata IdentifyPackage(
        InstallerFile file, Stream content, CancellationToken cancel)
    {
        var metadata = PackageInspector.Describe(FlatPackage.Open(file.Path, content, cancel));
        return metadata.ApplicationIsOpen ? metadata : metadata.RequireContent(file);
    }
}
