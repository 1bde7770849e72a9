using Kappa.AutoPkg;
using Kappa.Commands;
using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.Architecture;

/// <summary>What the README tells about variables and settings is what the code declares.</summary>
[NonParallelizable]
internal sealed class DocumentationTests
{
    private static string Readme => File.ReadAllText(SourceTree.At("README.md"));

    [Test]
    public void The_README_lists_every_input_variable_in_the_codes_words() => RequireTable("inputs", InputTable());

    [Test]
    public void The_README_lists_every_output_variable_in_the_codes_words() => RequireTable("outputs", OutputTable());

    [Test]
    public void The_README_lists_every_flag_of_an_upload() => RequireTable("flags", FlagTable());

    [Test]
    public void The_README_names_every_key_of_the_configuration() =>
        Assert.That(
            ConfigKeys.All.Select(key => key.Name[(key.Name.LastIndexOf('.') + 1)..]),
            Has.All.Matches<string>(name => Readme.Contains($"{name}`", StringComparison.Ordinal)));

    [Test]
    public void The_README_begins_with_the_two_commands_that_everything_starts_with()
    {
        var firstScreen = string.Join('\n', Readme.Split('\n').Take(30));

        Assert.That(
            firstScreen,
            Does.Contain("dotnet run --project KappaProcessor -- demo").And.Contain("dotnet test Kappa.sln"));
    }

    private static string InputTable() => Table(
        "| variable | type | meaning |",
        Variables.Inputs.Select(input =>
            $"| `{input.Name}` | {input.Type.Word()}{(input.Required ? ", required" : "")} | {input.Documentation} |"));

    private static string OutputTable() => Table(
        "| variable | type | meaning |",
        Variables.Outputs.Select(output => $"| `{output.Name}` | {output.Type.Word()} | {output.Documentation} |"));

    private static string FlagTable() => string.Join('\n', UploadVerb.Define(Some.Host()).Options
        .Select(option => $"| {Flag(option)} | {option.Description} |")
        .Prepend("|---|---|")
        .Prepend("| flag | meaning |"));

    /// <summary><c>`-n`, `--name NAME`</c>.</summary>
    private static string Flag(System.CommandLine.Option option) => string.Join(", ", option.Aliases
        .Append(option.Name)
        .OrderBy(name => name.Length)
        .SkipLast(1)
        .Append($"{option.Aliases.Append(option.Name).MaxBy(name => name.Length)} {option.HelpName}".TrimEnd())
        .Select(name => $"`{name}`"));

    private static string Table(string heading, IEnumerable<string> rows) =>
        string.Join('\n', new[] { heading, "|---|---|---|" }.Concat(rows));

    /// <summary>As a golden file, KAPPA_UPDATE_GOLDEN=1 writes the table anew and fails the run.</summary>
    private static void RequireTable(string name, string table)
    {
        var (start, end) = ($"<!-- {name} -->\n", $"\n<!-- /{name} -->");
        var from = Readme.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var to = Readme.IndexOf(end, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("KAPPA_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(SourceTree.At("README.md"), Readme[..from] + table + Readme[to..]);
            Assert.Fail($"The table of {name} was written anew; read it and commit it.");
        }

        Assert.That(Readme[from..to], Is.EqualTo(table));
    }
}
