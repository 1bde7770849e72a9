using Kappa.Formats;
using Kappa.Installers.Images;

namespace Kappa.Installers;

/// <summary>What a disk image says of the application in it, or else of the package in it.</summary>
/// <param name="tool">What opens images here.</param>
/// <param name="readPackage">Reads a flat package, by its path.</param>
internal sealed class DiskImageInspector(
    IDiskImageTool tool, Func<string, CancellationToken, InstallerMetadata> readPackage)
{
    /// <summary>Real images have a few; taking the Info.plist out of one takes a moment.</summary>
    private const int MostApplications = 100;

    /// <summary>Where Kandji copies what is in an image.</summary>
    private static readonly ContentPart Part = new("disk image", "/Applications");

    /// <summary>An image without either gives metadata without them.</summary>
    /// <exception cref="KappaException">
    /// The image is protected or damaged, or cannot be opened here.
    /// </exception>
    public async Task<InstallerMetadata> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            var hasLicense = ImageProtection.FindLicense(path);
            await using var image = await OpenAsync(path, hasLicense, cancel);
            return await ReadAsync(path, image, cancel);
        }
        catch (MediaFormatException fault)
        {
            throw fault.In(path);
        }
        catch (IOException fault)
        {
            throw Unreadable(path, fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw Unreadable(path, fault);
        }
    }

    private async Task<IDiskImage> OpenAsync(string path, bool hasLicense, CancellationToken cancel)
    {
        try
        {
            return await tool.OpenAsync(path, cancel);
        }
        catch (KappaException problem) when (hasLicense)
        {
            throw ImageProtection.Licensed(path, problem);
        }
    }

    private async Task<InstallerMetadata> ReadAsync(string path, IDiskImage image, CancellationToken cancel)
    {
        var survey = new ContentSurvey();
        var packages = new ImagePackages();
        var infoPlists = new List<ImageFile>();
        await image.ListAsync(
            file =>
            {
                survey.Count(Part, file.Path, file.Size);
                packages.Consider(file);
                if (ContentSurvey.Wants(Part, file.Path))
                {
                    Add(infoPlists, file, path);
                }
            },
            cancel);
        foreach (var file in infoPlists)
        {
            survey.Keep(Part, file.Path, await ReadInfoPlistAsync(image, file, cancel));
        }

        return survey.FindApplication() is { } app
            ? new InstallerMetadata().WithApplication(app)
            : await ReadPackageAsync(path, image, packages, cancel);
    }

    private static void Add(List<ImageFile> infoPlists, ImageFile file, string path)
    {
        infoPlists.Add(EntryPath.Fault(file.Path) is { } fault
            ? throw new MediaFormatException(Part.Source, 0, fault, "names stay in the image")
            : file);
        if (infoPlists.Count > MostApplications)
        {
            throw new KappaException(
                $"{path} holds more than {MostApplications} applications.",
                "Pack the one that is meant into an image or .zip of its own.");
        }
    }

    private static async Task<byte[]> ReadInfoPlistAsync(
        IDiskImage image, ImageFile file, CancellationToken cancel)
    {
        var content = await image.ReadAsync(file, InfoPlist.LargestSize, cancel);
        return content.Length <= InfoPlist.LargestSize ? content : throw new MediaFormatException(
            $"{Part.Source}, {file.Path}",
            0,
            $"it has more than {InfoPlist.LargestSize:N0} bytes",
            "no more are believed");
    }

    private async Task<InstallerMetadata> ReadPackageAsync(
        string path, IDiskImage image, ImagePackages packages, CancellationToken cancel)
    {
        if (packages.Largest is not { } package)
        {
            return new InstallerMetadata { InnerPackage = packages.Folder };
        }

        var place = await image.PlaceAsync(package, cancel);
        var name = $"{package.Path} in {path}";
        try
        {
            var inner = readPackage(place, cancel);
            return inner with { InnerPackage = package.Path, Sources = Sources(inner, package) };
        }
        catch (MediaFormatException fault)
        {
            throw new KappaException(fault.In(name).What, fault.Remedy, fault);
        }
        catch (KappaException problem)
        {
            throw new KappaException(
                problem.What.Replace(place, name, StringComparison.Ordinal), problem.Remedy, problem);
        }
    }

    private static KappaException Unreadable(string path, Exception fault) => new(
        $"{path} cannot be read: {fault.Message}",
        "Check the disk it is on, and the temporary folder.",
        fault);

    /// <summary><c>Firefox.pkg in the image: PackageInfo</c>.</summary>
    private static Dictionary<string, string> Sources(InstallerMetadata inner, ImageFile package) =>
        inner.Sources.ToDictionary(
            source => source.Key, source => $"{Path.GetFileName(package.Path)} in the image: {source.Value}");
}
