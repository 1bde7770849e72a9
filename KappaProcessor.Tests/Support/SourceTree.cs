using System.Runtime.CompilerServices;

namespace Kappa.Tests.Support;

/// <summary>The checkout that these tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = RootAbove();

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string RootAbove([CallerFilePath] string file = "")
    {
        var folder = Path.GetDirectoryName(file)!;
        while (!File.Exists(Path.Combine(folder, "Kappa.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
