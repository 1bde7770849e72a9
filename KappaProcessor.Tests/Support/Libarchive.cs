using System.Diagnostics;

namespace Kappa.Tests.Support;

/// <summary>Another reader of archives, where it is installed; a test that needs it says nothing where it is not.</summary>
internal static class Libarchive
{
    private static readonly string[] Tools = ["/usr/bin/bsdtar", "/opt/homebrew/bin/bsdtar"];

    /// <summary>The names in the archive, with spaces between them.</summary>
    public static string List(string archive)
    {
        var tool = Tools.FirstOrDefault(File.Exists);
        Assume.That(tool, Is.Not.Null, "There is no bsdtar.");
        var command = new ProcessStartInfo(tool!, ["-tf", archive]) { RedirectStandardOutput = true };
        using var process = Process.Start(command)!;
        var names = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return names.TrimEnd().Replace('\n', ' ');
    }
}
