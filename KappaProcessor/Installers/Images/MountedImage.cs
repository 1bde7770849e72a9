using System.IO.Enumeration;

namespace Kappa.Installers.Images;

/// <summary>An image whose volumes hdiutil has mounted read-only below a private folder.</summary>
internal sealed class MountedImage(ExternalTool hdiutil, string folder) : IDiskImage
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = true,
        RecurseSubdirectories = true,
    };

    public string Folder => folder;

    /// <summary>Elsewhere when the image had been mounted before; then it stays so.</summary>
    public IReadOnlyList<string> MountPoints { get; set; } = [];

    public Task ListAsync(Action<ImageFile> see, CancellationToken cancel)
    {
        foreach (var file in MountPoints.SelectMany(Files))
        {
            cancel.ThrowIfCancellationRequested();
            see(file);
        }

        return Task.CompletedTask;
    }

    public async Task<byte[]> ReadAsync(ImageFile file, int limit, CancellationToken cancel)
    {
        if (file.Size == 0)
        {
            return []; // a pipe has this size too, and would be waited for
        }

        await using var content = File.OpenRead(file.Place);
        var buffer = new byte[Math.Min(file.Size, limit) + 1];
        var got = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return buffer[..got];
    }

    public Task<string> PlaceAsync(ImageFile file, CancellationToken cancel) => Task.FromResult(file.Place);

    /// <exception cref="KappaException">Something holds on to it.</exception>
    public async ValueTask DisposeAsync()
    {
        foreach (var mounted in Directory.GetDirectories(folder))
        {
            await DetachAsync(mounted);
        }

        foreach (var emptied in Directory.GetDirectories(folder))
        {
            Directory.Delete(emptied);
        }

        Directory.Delete(folder);
    }

    /// <summary>Neither follows links nor, for there are none without, leaves the volume.</summary>
    private static FileSystemEnumerable<ImageFile> Files(string volume) =>
        new(volume, (ref FileSystemEntry entry) => Describe(volume, ref entry), Everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && !IsLink(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };

    private static ImageFile Describe(string volume, ref FileSystemEntry entry)
    {
        var place = entry.ToFullPath();
        return new ImageFile(Path.GetRelativePath(volume, place), place, entry.Length);
    }

    private static bool IsLink(ref FileSystemEntry entry) =>
        (entry.Attributes & FileAttributes.ReparsePoint) != 0;

    /// <summary>Also when the work was stopped; by force when something else looks into the volume.</summary>
    private async Task DetachAsync(string mounted)
    {
        var result = await hdiutil.RunAsync(["detach", mounted], CancellationToken.None);
        if (!result.Succeeded && Directory.Exists(mounted))
        {
            result = await hdiutil.RunAsync(["detach", "-force", mounted], CancellationToken.None);
        }

        var isLeft = !result.Succeeded && Directory.Exists(mounted);
        if (isLeft && Directory.EnumerateFileSystemEntries(mounted).Any())
        {
            throw new KappaException(
                $"{mounted} stays mounted: hdiutil said {result.ExitCode} ({result.Complaint}).",
                "Eject it in the Finder, or run: hdiutil detach -force, with that path.");
        }
    }
}
