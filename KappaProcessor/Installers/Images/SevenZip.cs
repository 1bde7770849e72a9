namespace Kappa.Installers.Images;

/// <summary>7-Zip, which reads disk images where there is no hdiutil.</summary>
/// <param name="tool">Null when it is not installed.</param>
internal sealed class SevenZip(ExternalTool? tool) : IDiskImageTool
{
    /// <summary>Expanding a large package out of an image takes minutes.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(15);

    public Task<IDiskImage> OpenAsync(string path, CancellationToken cancel)
    {
        if (tool is null)
        {
            throw new KappaException(
                $"{path} is a disk image, and neither 7zz nor 7z is on PATH to read it.",
                "Install 7-Zip: apt install 7zip (Debian, Ubuntu), brew install sevenzip (Homebrew).");
        }

        // Without a locale of UTF-8 old versions cannot take a name that is not ASCII.
        var patient = tool with
        {
            TimeLimit = LongestCall,
            Environment = new Dictionary<string, string?> { ["LC_ALL"] = "C.UTF-8" },
        };
        return Task.FromResult<IDiskImage>(new SevenZipImage(patient, Path.GetFullPath(path)));
    }
}
