namespace Kappa.Tests.Support;

/// <summary>
/// A Python program in the place of the kappa executable. What it can be written with is in
/// <c>Support/AutoPkg/stand_in.py</c>.
/// </summary>
internal static class StandIn
{
    /// <summary>The folder of AutoPkg's stand-in, of this one's and of the scripts that use them.</summary>
    public static string Library { get; } = SourceTree.At("KappaProcessor.Tests", "Support", "AutoPkg");

    public static string Place(string path, string program)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.CreateSymbolicLink(path, Path.Combine(Library, "stand-in"));
        File.WriteAllText(
            $"{path}.py",
            $"""
            import sys

            sys.path.insert(0, "{Library}")
            from stand_in import *

            {program}
            """);
        return path;
    }
}
