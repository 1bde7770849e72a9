using CsCheck;
using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

/// <summary>A file that somebody broke is settings or a sentence, never a crash.</summary>
internal sealed class ConfigurationFuzzTests
{
    private static readonly string Config = File.ReadAllText(SourceTree.At("shim", "config.example.json"));
    private static readonly string Map = File.ReadAllText(SourceTree.At("shim", "recipe_map.example.json"));

    private static IEnumerable<TestCaseData> Files =>
    [
        new TestCaseData(Config, ReadConfig).SetArgDisplayNames("config.json"),
        new TestCaseData(Map, ReadMap).SetArgDisplayNames("recipe_map.json"),
    ];

    [TestCaseSource(nameof(Files))]
    public void Reads_or_refuses_a_thousand_broken_files(string sample, Action<string> read)
    {
        foreach (var text in Spoilt.Texts(sample, 1000))
        {
            read(text);
        }
    }

    [TestCaseSource(nameof(Files)), Explicit, Category("Fuzz")]
    public void Reads_or_refuses_100000_broken_files(string sample, Action<string> read) =>
        Spoilt.Text(sample).Sample(read, iter: 100_000, threads: 1);

    private static Action<string> ReadConfig => text => ReadOrRefuse(text, problems =>
        ConfigFile.Parse(text, "/config.json", problems));

    private static Action<string> ReadMap => text => ReadOrRefuse(text, problems =>
        MapFile.Parse(text, "/recipe_map.json", problems));

    private static void ReadOrRefuse(string text, Action<SettingsProblems> read)
    {
        var problems = new SettingsProblems();
        try
        {
            read(problems);
            problems.ThrowIfAny();
        }
        catch (KappaException refusal)
        {
            Assert.That(refusal.Message, Has.Length.InRange(20, 20_000), text);
        }
    }
}
