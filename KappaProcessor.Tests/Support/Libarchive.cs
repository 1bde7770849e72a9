using System.Diagnostics;

namespace Kappa.Tests.Support;

/// <summary>
/// Another reader of archives, where it is installed; a test that needs it says nothing where it is not.
/// </summary>
internal static class Libarchive
{
    private static readonly string[] Tools = ["/usr/bin/bsdtar", "/opt/homebrew/bin/bsdtar"];

    /// <summary>The names in the archive, with spaces between them.</summary>
    public static string List(string archive) => Run("-tf", archive).TrimEnd().Replace('\n', ' ');

    /// <summary>What is in the folder, as an archive of that format.</summary>
    /// <param name="format">Its own word for it, <c>iso9660</c>.</param>
    public static byte[] Pack(string format, string folder)
    {
        using var place = new TempFolder();
        Run($"--format={format}", "-cf", place["archive"], "-C", folder, ".");
        return File.ReadAllBytes(place["archive"]);
    }

    private static string Run(params string[] arguments)
    {
        var tool = Tools.FirstOrDefault(File.Exists);
        Assume.That(tool, Is.Not.Null, "There is no bsdtar.");
        var command = new ProcessStartInfo(tool!, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(command)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
