namespace Kappa.Configuration;

/// <summary>A secret that was written into a file which others can read.</summary>
internal static class ExposedSecret
{
    private const UnixFileMode ReadByOthers = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Null when the file has no such text, comments included, or is its owner's alone.</summary>
    /// <param name="path">Of a file that is there.</param>
    /// <param name="json">What is in it.</param>
    public static Note? Find(string path, string json) =>
        json.Split('"').Any(SecretText.Resembles)
        && !OperatingSystem.IsWindows()
        && (File.GetUnixFileMode(path) & ReadByOthers) != 0
            ? Note.Warning(
                $"{path} holds what looks like a secret, and other users of this machine can read it. Take "
                + "it out and store it with 'kappa setup', or at least run chmod 600 on the file.")
            : null;
}
