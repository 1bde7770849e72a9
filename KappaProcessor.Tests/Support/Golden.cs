using System.Runtime.CompilerServices;

namespace Kappa.Tests.Support;

/// <summary>
/// Texts that a person or another program reads, compared whole with <c>Fixtures/Golden/NAME.txt</c>.
/// <c>KAPPA_UPDATE_GOLDEN=1</c> rewrites them and fails the run, so that an update cannot pass by itself.
/// </summary>
internal static class Golden
{
    public static void Matches(string actual, string name, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(GoldenFolder(caller), $"{name}.txt");
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("KAPPA_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            Assert.Fail($"{name} was written anew; read it, commit it, and run without KAPPA_UPDATE_GOLDEN.");
        }

        Assert.That(path, Does.Exist, "Make it with KAPPA_UPDATE_GOLDEN=1.");
        Assert.That(FirstDifference(File.ReadAllText(path), text), Is.Empty);
    }

    /// <summary>The files of one folder, without <c>.txt</c>.</summary>
    public static IEnumerable<string> NamesIn(string folder, [CallerFilePath] string caller = "") =>
        Directory.EnumerateFiles(Path.Combine(GoldenFolder(caller), folder), "*.txt")
            .Select(path => Path.GetFileNameWithoutExtension(path));

    private static string GoldenFolder(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        while (!File.Exists(Path.Combine(folder, "KappaProcessor.Tests.csproj")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "Fixtures", "Golden");
    }

    private static string FirstDifference(string wanted, string actual)
    {
        if (wanted == actual)
        {
            return "";
        }

        var wantedLines = wanted.Split('\n');
        var actualLines = actual.Split('\n');
        var same = wantedLines.Zip(actualLines).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {same + 1}\nwanted:\n{Around(wantedLines, same)}\nactual:\n{Around(actualLines, same)}";
    }

    private static string Around(string[] lines, int at) =>
        string.Join('\n', lines.Skip(Math.Max(0, at - 3)).Take(at < 3 ? at + 4 : 7));
}
