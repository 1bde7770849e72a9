using Kappa.Formats;

namespace Kappa.Installers.Images;

/// <summary>An image that 7-Zip lists and takes single files out of.</summary>
internal sealed class SevenZipImage(ExternalTool tool, string path) : IDiskImage
{
    /// <summary>Its exit code when it has read all there is and found something odd about it.</summary>
    private const int Warning = 1;

    /// <summary>
    /// In their order: names are in UTF-8; they stand for themselves alone; a file's extended attributes are
    /// not written after it; no progress is shown; a password, any, keeps it from asking for one.
    /// </summary>
    private static readonly string[] Switches = ["-sccUTF-8", "-spd", "-sns-", "-bd", "-p-", "--"];

    /// <summary>What holds volumes, and is none.</summary>
    private static readonly string[] Containers = ["APM", "Dmg", "GPT", "MBR"];

    private DirectoryInfo? folder;

    public async Task ListAsync(Action<ImageFile> see, CancellationToken cancel)
    {
        var volumes = new List<string>();
        SevenZipListing? listing = null;
        listing = new SevenZipListing(file =>
        {
            if (!Containers.Contains(listing!.Type))
            {
                see(file);
            }
            else if (volumes.Count < 10)
            {
                volumes.Add(file.Path);
            }
        });
        var result = await tool.ReadLinesAsync(["l", "-slt", .. Switches, path], listing.Take, cancel);
        listing.End();
        Check(result, $"{path} cannot be read");
        CheckIsVolume(volumes);
    }

    public async Task<byte[]> ReadAsync(ImageFile file, int limit, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        await ExtractAsync(file, content, limit + 1, cancel);
        return content.ToArray();
    }

    public async Task<string> PlaceAsync(ImageFile file, CancellationToken cancel)
    {
        folder ??= Directory.CreateTempSubdirectory("kappa-image-");
        var free = new DriveInfo(folder.FullName).AvailableFreeSpace;
        var limit = Math.Min(free, InstallerFile.LargestSize);
        if (file.Size > limit)
        {
            throw new KappaException(
                $"{file.Path} in {path} has {file.Size:N0} bytes; at most {limit:N0} can be taken out of it.",
                $"Make room in {Path.GetTempPath()}; Kandji takes up to {InstallerFile.LargestSize:N0}.");
        }

        // Its own name is left out of this: names from an image are never written to.
        var place = Path.Combine(folder.FullName, "inner.pkg");
        await using var target = PrivateFile(place);
        await ExtractAsync(file, target, limit, cancel);
        return place;
    }

    public ValueTask DisposeAsync()
    {
        folder?.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static FileStream PrivateFile(string place)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(place, options);
    }

    private async Task ExtractAsync(ImageFile file, Stream target, long limit, CancellationToken cancel)
    {
        var result = await tool.CopyAsync(["e", "-so", .. Switches, path, file.Place], target, limit, cancel);
        if (result.IsCut)
        {
            return;
        }

        Check(result, $"{file.Path} cannot be taken out of {path}");
        if (target.Length != file.Size)
        {
            throw new MediaFormatException(
                $"disk image, {file.Path}",
                0,
                $"{target.Length:N0} bytes come out of it",
                $"it has {file.Size:N0}");
        }
    }

    private void Check(ToolResult result, string what)
    {
        if (result.ExitCode is 0 or Warning)
        {
            return;
        }

        throw result.Error.Contains("encrypted", StringComparison.OrdinalIgnoreCase)
            ? ImageProtection.Encrypted(path)
            : new KappaException(
                $"{what}: 7-Zip said {result.ExitCode} ({Complaint(result)}).",
                "Download it again; if it stays so, try a newer 7-Zip or a Mac, or ask its vendor.");
    }

    /// <summary>Its first line may only name the file.</summary>
    private static string Complaint(ToolResult result) => result.Error
        .Split('\n', StringSplitOptions.TrimEntries)
        .FirstOrDefault(line => line.StartsWith("Open ERROR", StringComparison.Ordinal), result.Complaint);

    private void CheckIsVolume(List<string> volumes)
    {
        if (volumes.Count > 0)
        {
            throw new KappaException(
                $"{path} holds volumes that this 7-Zip does not open: {string.Join(", ", volumes)}.",
                "Use 7-Zip 22 or later, which knows APFS; a Mac reads images with several volumes.");
        }
    }
}
