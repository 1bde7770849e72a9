using System.Diagnostics;
using Kappa.Installers.Images;

namespace Kappa.Installers;

/// <summary>
/// Reads out of an installer what will be on the Mac: the whole content is looked through once, nothing is
/// written to disk, and it takes as long as expanding it does.
/// </summary>
/// <param name="images">What opens disk images here.</param>
internal sealed class ApplicationReader(IDiskImageTool images)
{
    /// <summary>The same as what was known, with the application that the content really has.</summary>
    /// <exception cref="KappaException">The installer is damaged, or no tool here can open it.</exception>
    public Task<InstallerMetadata> ReadAsync(IdentifiedInstaller installer, CancellationToken cancel) =>
        installer.File.Kind switch
        {
            InstallerKind.Package => Task.Run(() => ReadPackage(installer.File.Path, cancel), cancel),
            InstallerKind.Zip => Task.Run(() => ReadZip(installer.File.Path, cancel), cancel),
            InstallerKind.Image => new DiskImageInspector(images, ReadPackage)
                .ReadAsync(installer.File.Path, cancel),
            _ => throw new UnreachableException($"No way to read {installer.File.Kind}."),
        };

    private static InstallerMetadata ReadZip(string path, CancellationToken cancel) =>
        InstallerContent.Read(path, content => ZipInspector.Read(content, cancel));

    private static InstallerMetadata ReadPackage(string path, CancellationToken cancel) =>
        InstallerContent.Read(path, content =>
        {
            var package = FlatPackage.Open(path, content, cancel);
            return PackageInspector.ReadApplication(package, cancel);
        });
}
