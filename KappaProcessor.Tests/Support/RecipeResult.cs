using Claunia.PropertyList;
using Kappa.Sandbox;

namespace Kappa.Tests.Support;

/// <summary>What AutoPkg gets of a run: exit code, result plist, and the log with its levels.</summary>
internal sealed record RecipeResult(ExitCode ExitCode, byte[] Output, string Log)
{
    /// <summary>What was asked of the tenant, in order.</summary>
    public IReadOnlyList<SandboxStep> Steps { get; init; } = [];

    public NSDictionary Plist => (NSDictionary)PropertyListParser.Parse(Output);

    /// <summary>The action of each variant, in order.</summary>
    public IReadOnlyList<string> Actions => [.. Variants.Select(variant => Text(variant, "action")!)];

    public bool Changed => ((NSNumber)Plist["kappa_changed"]).ToBool();

    /// <summary>What AutoPkg's ProcessorError will say.</summary>
    public string Error => string.Join('\n', Lines('E'));

    public IReadOnlyList<string> Warnings =>
        [.. Lines('1').Where(line => line.StartsWith("WARNING: ", StringComparison.Ordinal))];

    private IEnumerable<NSDictionary> Variants => ((NSArray)Plist["kappa_results"]).Cast<NSDictionary>();

    /// <summary>A field of the first variant's result, or of the one named; null when it is not there.</summary>
    public string? Field(string name, string? variant = null) =>
        Text(Variants.First(one => variant is null || Text(one, "variant") == variant), name);

    /// <summary>A field of the row in AutoPkg's summary; null when there is no row.</summary>
    public string? Summary(string field, string variable = "kappa_summary_result") =>
        Plist.TryGetValue(variable, out var summary) ? Text((NSDictionary)((NSDictionary)summary)["data"], field) : null;

    /// <summary>The log's lines of one level, without it.</summary>
    public IReadOnlyList<string> Lines(char level) =>
        [.. Log.Split('\n').Where(line => line.StartsWith($"{level}\t", StringComparison.Ordinal)).Select(line => line[2..])];

    private static string? Text(NSDictionary plist, string name) =>
        plist.TryGetValue(name, out var value) ? ((NSString)value).Content : null;
}
