namespace Kappa.Installers;

/// <summary>
/// Reads out of an installer what will be on the Mac: the whole content is looked through once, nothing is
/// written to disk, and it takes as long as expanding it does.
/// </summary>
internal sealed class ApplicationReader
{
    /// <summary>The same as what was known, with the application that the content really has.</summary>
    /// <exception cref="KappaException">The installer is damaged, or no tool here can open it.</exception>
    public Task<InstallerMetadata> ReadAsync(IdentifiedInstaller installer, CancellationToken cancel) =>
        installer.File.Kind switch
        {
            InstallerKind.Package => Task.Run(() => ReadPackage(installer.File.Path, cancel), cancel),
            _ => Task.FromResult(installer.Metadata),
        };

    private static InstallerMetadata ReadPackage(string path, CancellationToken cancel) =>
        InstallerContent.Read(
            path, content => PackageInspector.ReadApplication(FlatPackage.Open(path, content, cancel), cancel));
}
