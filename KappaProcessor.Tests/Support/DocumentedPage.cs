using System.Text;
using System.Text.RegularExpressions;

namespace Kappa.Tests.Support;

/// <summary>A page for administrators, with the commands that it tells them to type.</summary>
internal sealed partial record DocumentedPage(string Path, string Text)
{
    public static IReadOnlyList<DocumentedPage> All { get; } =
    [
        .. new[] { "", "recipes", "shim", "KappaProcessor" }
            .SelectMany(folder => Directory.EnumerateFiles(SourceTree.At(folder), "*.md"))
            .Select(file => System.IO.Path.GetRelativePath(SourceTree.Root, file))
            .Order(StringComparer.Ordinal)
            .Select(file => new DocumentedPage(file, File.ReadAllText(SourceTree.At(file)))),
    ];

    /// <summary>What each fenced block is: sh, json, xml.</summary>
    public IEnumerable<string> Kinds => Block().Matches(Text).Select(match => match.Groups["kind"].Value);

    /// <summary>The commands, one text a block, without the indentation of a list.</summary>
    public IReadOnlyList<string> Commands =>
    [
        .. Block().Matches(Text)
            .Where(match => match.Groups["kind"].Value == "sh")
            .Select(match => match.Groups["body"].Value.Replace(
                $"\n{match.Groups["indent"].Value}", "\n", StringComparison.Ordinal)),
    ];

    /// <summary>All commands in their order, in one shell, which says where it stops.</summary>
    public string Script
    {
        get
        {
            var script = new StringBuilder("set -euo pipefail\n");
            foreach (var (number, commands) in Commands.Index())
            {
                script.Append("trap 'echo \"The commands of block ").Append(number + 1)
                    .Append(" fail.\" >&2' ERR\n").Append(commands.Trim()).Append('\n');
            }

            return script.ToString();
        }
    }

    public override string ToString() => Path;

    [GeneratedRegex(@"^(?<indent> *)```(?<kind>\w*)\n(?<body>.*?)^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
