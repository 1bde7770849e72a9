using System.Text.RegularExpressions;

namespace Kappa.Tests.Architecture;

/// <summary>
/// Who may use whom. A layer is a folder of the product with those below it, as far as they are no layer of their
/// own; everyone may use the root folder's types.
/// </summary>
internal static partial class Layers
{
    /// <summary>The same table as in ARCHITECTURE.md.</summary>
    public static IReadOnlyDictionary<string, string[]> MayUse { get; } = new Dictionary<string, string[]>
    {
        ["Formats"] = [],
        ["Secrets"] = [],
        ["Tenant.Models"] = [],
        ["Tenant"] = ["Secrets", "Tenant.Models"],
        ["Sandbox"] = ["Tenant.Models", "Formats"],
        ["Configuration"] = ["Tenant.Models"],
        ["AutoPkg"] = ["Formats", "Configuration"],
        ["Installers"] = ["Formats"],
        ["Scheduling"] = ["Formats"],
        ["Checking"] =
        [
            "AutoPkg", "Configuration", "Formats", "Installers", "Matching", "Planning", "Reporting", "Secrets",
            "Tenant", "Tenant.Models",
        ],
        ["Matching"] = ["Installers", "Tenant.Models"],
        ["Planning"] = ["Configuration", "Installers", "Matching", "Tenant.Models"],
        ["Publishing"] = ["Configuration", "Planning", "Installers", "Tenant", "Tenant.Models"],
        ["Reporting"] = ["AutoPkg", "Configuration", "Formats", "Installers", "Secrets", "Planning", "Publishing"],
    };

    /// <summary>The folders that know a package; nobody else does.</summary>
    public static IReadOnlyDictionary<string, string> Owners { get; } = new Dictionary<string, string>
    {
        ["CliWrap"] = "",
        ["Polly"] = "Tenant",
        ["RestSharp"] = "Tenant",
        ["SharpCompress"] = "Formats",
        ["System.CommandLine"] = "Commands",
    };

    /// <summary>Places in the file that use a layer it may not use, with that layer's name.</summary>
    public static IEnumerable<string> Trespasses(SourceFile file)
    {
        var own = Layer(Relative(file.FolderNamespace));
        return MayUse.TryGetValue(own, out var allowed)
            ? Uses(file)
                .Where(use => use.Layer != own && !allowed.Contains(use.Layer))
                .Select(use => $"{use.Place} uses {use.Layer}")
            : [];
    }

    /// <summary>Places in the file that use a package which is another folder's alone.</summary>
    public static IEnumerable<string> BorrowedPackages(SourceFile file) => Owners
        .Where(owner => TopFolder(file) != owner.Value)
        .SelectMany(owner => file.Find(new Regex($@"^(global )?using {Regex.Escape(owner.Key)}\b")));

    private static IEnumerable<(string Place, string Layer)> Uses(SourceFile file) => file.CodeLines
        .Select((line, index) => (line, place: $"{file.Path}:{index + 1}"))
        .Where(one => !one.line.StartsWith("namespace ", StringComparison.Ordinal))
        .SelectMany(one => Mention().Matches(one.line).Select(name => (one.place, Layer(name.Groups[1].Value))))
        .Where(use => use.Item2.Length > 0);

    /// <summary>
    /// <c>Tenant.Models.AppId</c> → <c>Tenant.Models</c>; empty for what belongs to the root folder.
    /// </summary>
    private static string Layer(string name) => MayUse.Keys.Append("Commands")
        .Where(layer => name == layer || name.StartsWith($"{layer}.", StringComparison.Ordinal))
        .MaxBy(layer => layer.Length) ?? "";

    private static string Relative(string name) => name == "Kappa" ? "" : name["Kappa.".Length..];

    private static string TopFolder(SourceFile file) => Relative(file.FolderNamespace).Split('.')[0];

    [GeneratedRegex(@"\bKappa\.([A-Z][\w.]*)")]
    private static partial Regex Mention();
}
