using Kappa.Installers.Images;

namespace Kappa.Installers;

/// <summary>
/// A file that Kandji can install: the one that was given, or the package taken out of it until this is
/// disposed of.
/// </summary>
internal sealed class ReadyInstaller : IAsyncDisposable
{
    private readonly PlacedPackage? inner;

    private ReadyInstaller(InstallerFile file, InstallerMetadata metadata, PlacedPackage? inner)
    {
        this.inner = inner;
        Metadata = metadata;
        Path = inner?.Path ?? file.Path;
        Name = System.IO.Path.GetFileName(inner?.Inside ?? file.Path);
        Notes = inner is null ? [] : [Replaced(file, inner)];
    }

    public string Path { get; }

    /// <summary>What it is called in Kandji.</summary>
    public string Name { get; }

    /// <summary>What it says of itself.</summary>
    public InstallerMetadata Metadata { get; }

    /// <summary>
    /// The same where its content was read for that; null where only its documents were.
    /// </summary>
    public InstallerMetadata? Content { get; private init; }

    public IReadOnlyList<Note> Notes { get; }

    /// <exception cref="KappaException">
    /// There is no installer, or nothing in it that Kandji could install.
    /// </exception>
    public static async Task<ReadyInstaller> PrepareAsync(
        string path, IDiskImageTool images, CancellationToken cancel)
    {
        var identified = InstallerInspector.Identify(path, cancel);
        var metadata = identified.Metadata.ApplicationIsOpen
            ? await new ApplicationReader(images).ReadAsync(identified, cancel)
            : identified.Metadata;
        metadata = metadata.RequireContent(identified.File);
        var content = identified.Metadata.ApplicationIsOpen ? metadata : null;
        var inner = identified.File.Kind == InstallerKind.Image && metadata.InnerPackage is not null
            ? await PlacedPackage.TakeAsync(path, images, cancel)
            : null;
        return new ReadyInstaller(identified.File, metadata, inner) { Content = content };
    }

    public ValueTask DisposeAsync() => inner?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Note Replaced(InstallerFile image, PlacedPackage inner)
    {
        var which = inner.Count > 1 ? $", the largest of {inner.Count} packages," : "";
        return Note.Warning(
            $"{image.Name} holds no application, but packages, which Kandji cannot install out of an image: "
            + $"{inner.Inside}{which} is uploaded instead.");
    }
}
