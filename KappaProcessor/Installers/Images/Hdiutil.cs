namespace Kappa.Installers.Images;

/// <summary>A Mac's own tool for disk images.</summary>
internal sealed class Hdiutil(ExternalTool tool) : IDiskImageTool
{
    public const string ToolPath = "/usr/bin/hdiutil";

    /// <summary>It verifies the whole image the first time, which takes seconds a gigabyte.</summary>
    private static readonly TimeSpan LongestAttach = TimeSpan.FromMinutes(15);

    public async Task<IDiskImage> OpenAsync(string path, CancellationToken cancel)
    {
        var image = new MountedImage(tool, Directory.CreateTempSubdirectory("kappa-image-").FullName);
        var isOpen = false;
        try
        {
            await AttachAsync(image, Path.GetFullPath(path), cancel);
            isOpen = true;
            return image;
        }
        finally
        {
            if (!isOpen)
            {
                await image.DisposeAsync();
            }
        }
    }

    private async Task AttachAsync(MountedImage image, string path, CancellationToken cancel)
    {
        // A licence is shown through the user's PAGER, and its text comes before the plist.
        var patient = tool with
        {
            TimeLimit = LongestAttach,
            Environment = new Dictionary<string, string?> { ["PAGER"] = "/bin/cat" },
        };
        string[] arguments =
            ["attach", path, "-plist", "-readonly", "-nobrowse", "-noautoopen", "-mountrandom", image.Folder];
        var result = await patient.RunAsync(arguments, cancel);
        image.MountPoints = result.Succeeded
            ? AttachedVolumes.Parse(result.Output)
            : throw Refusal(path, result);
    }

    private static KappaException Refusal(string path, ToolResult result) =>
        result.Error.Contains("Authentication", StringComparison.OrdinalIgnoreCase)
            ? ImageProtection.Encrypted(path)
            : new KappaException(
                $"{path} cannot be opened: hdiutil said {result.ExitCode} ({result.Complaint}).",
                "Open it by hand to see what is wrong (hdiutil attach), or download it again.");
}
