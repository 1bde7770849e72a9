namespace Kappa.Installers.Images;

/// <summary>
/// The largest package in an image, as a file on this machine; it goes away, with the image that holds it,
/// when this is disposed of.
/// </summary>
internal sealed class PlacedPackage : IAsyncDisposable
{
    private readonly IDiskImage image;

    private PlacedPackage(IDiskImage image, ImagePackages packages, string path)
    {
        this.image = image;
        Inside = packages.Largest!.Path;
        Count = packages.Count;
        Path = path;
    }

    /// <summary>Of the file, which may be called something else than the package.</summary>
    public string Path { get; }

    /// <summary>Its path in the image.</summary>
    public string Inside { get; }

    /// <summary>How many packages there are in the image.</summary>
    public int Count { get; }

    /// <exception cref="KappaException">It cannot be taken out of the image.</exception>
    public static async Task<PlacedPackage> TakeAsync(
        string imagePath, IDiskImageTool tool, CancellationToken cancel)
    {
        var image = await tool.OpenAsync(imagePath, cancel);
        PlacedPackage? placed = null;
        try
        {
            placed = await TakeAsync(imagePath, image, cancel);
            return placed;
        }
        catch (IOException fault)
        {
            throw new KappaException(
                $"The package in {imagePath} cannot be taken out of it: {fault.Message}",
                "Check the disk it is on, and the temporary folder.",
                fault);
        }
        finally
        {
            if (placed is null)
            {
                await image.DisposeAsync();
            }
        }
    }

    public ValueTask DisposeAsync() => image.DisposeAsync();

    private static async Task<PlacedPackage> TakeAsync(
        string imagePath, IDiskImage image, CancellationToken cancel)
    {
        var packages = new ImagePackages();
        await image.ListAsync(packages.Consider, cancel);
        var largest = packages.Largest ?? throw new KappaException(
            $"{imagePath} holds no package any more.", "Let whoever writes to it finish, then run again.");
        return new PlacedPackage(image, packages, await image.PlaceAsync(largest, cancel));
    }
}
