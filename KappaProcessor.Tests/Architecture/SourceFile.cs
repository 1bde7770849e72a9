using System.Text.RegularExpressions;
using Kappa.Tests.Support;

namespace Kappa.Tests.Architecture;

/// <summary>A file of ours, its path relative to the checkout and with forward slashes.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    public static IReadOnlyList<SourceFile> Product { get; } = Read("KappaProcessor", "*.cs");

    public static IReadOnlyList<SourceFile> Tests { get; } = Read("KappaProcessor.Tests", "*.cs");

    /// <summary>Everything we wrote that is text, but for fixtures, which are as others made them.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. new[]
            {
                "*.cs", "*.csproj", "*.props", "*.pubxml", "*.txt", "*.json", "*.md", "*.zsh", "*.py", "*.recipe",
                "*.yaml", "*.bash", "*.fish", "install",
            }
            .SelectMany(pattern => Read("", pattern)),
    ];

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The folder, as a namespace: <c>Kappa.Tenant.Models</c>.</summary>
    public string FolderNamespace => (System.IO.Path.GetDirectoryName(Path) ?? "")
        .Replace("KappaProcessor.Tests", "Kappa.Tests", StringComparison.Ordinal)
        .Replace("KappaProcessor", "Kappa", StringComparison.Ordinal)
        .Replace('/', '.');

    /// <summary>Lines without comments, so that a rule can be named where it is explained.</summary>
    public IEnumerable<string> CodeLines => Text.Split('\n').Select(line => Comment().Replace(line, ""));

    /// <summary><c>path:line</c> of every line of code that matches.</summary>
    public IEnumerable<string> Find(Regex pattern) => CodeLines
        .Select((line, index) => (line, place: $"{Path}:{index + 1}"))
        .Where(one => pattern.IsMatch(one.line))
        .Select(one => one.place);

    /// <summary>As it is on disk; in the text, a mark at the start is gone.</summary>
    public byte[] ReadBytes() => File.ReadAllBytes(SourceTree.At(Path));

    private static List<SourceFile> Read(string folder, string pattern)
    {
        var root = SourceTree.At(folder);
        return
        [
            .. Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
                .Select(path => System.IO.Path.GetRelativePath(SourceTree.Root, path).Replace('\\', '/'))
                .Where(path => !Foreign().IsMatch($"/{path}"))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(path, File.ReadAllText(SourceTree.At(path)))),
        ];
    }

    [GeneratedRegex(@"(?<!:)//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("/(bin|obj|Fixtures|TestResults|\\.[^/]+)/")]
    private static partial Regex Foreign();
}
