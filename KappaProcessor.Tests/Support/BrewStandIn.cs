using Kappa.Installers.Casks;
using NLog;

namespace Kappa.Tests.Support;

/// <summary>A private folder with a stand-in for <c>brew</c>, its cache, and how it was called.</summary>
internal sealed class BrewStandIn : IDisposable
{
    private readonly TempFolder folder = new();

    public BrewStandIn() => File.CreateSymbolicLink(
        folder["brew"], Path.Combine(AppContext.BaseDirectory, "Fixtures", "casks", "brew"));

    /// <summary>The folder that PATH may have.</summary>
    public string Folder => folder.Path;

    /// <summary>One argument a line, all calls one after the other.</summary>
    public IReadOnlyList<string> Arguments =>
        File.Exists(folder["arguments"]) ? File.ReadAllLines(folder["arguments"]) : [];

    public BrewCaskSource Source(ILogger log, params string[] options) =>
        new(new ExternalTool(folder["brew"]), options, log);

    /// <summary>A cask of <c>Fixtures/casks</c>, and the path of its file in brew's cache.</summary>
    public string Has(string cask, string content)
    {
        folder.Write("info.json", $$"""{ "formulae": [], "casks": [{{Some.CaskJson(cask)}}] }""");
        var path = folder.Write($"cache/{new string('0', 64)}--{cask}", content);
        folder.Write("fetched", $"{path}\n");
        return path;
    }

    /// <summary>The verb ends in this complaint.</summary>
    public BrewStandIn Refuses(string verb, string complaint)
    {
        folder.Write($"refusal.{verb}", $"{complaint}\n");
        return this;
    }

    public void Dispose() => folder.Dispose();
}
