using System.CommandLine;
using Kappa.Commands;
using Kappa.Tests.Support;

namespace Kappa.Tests.Commands;

/// <summary>What <c>--help</c> shows of each verb.</summary>
internal sealed class HelpTests
{
    /// <summary>Lines of a terminal window that has been made a little larger.</summary>
    private const int Screen = 60;

    private static IEnumerable<string> Verbs => Names(CommandLine.Root(Some.Host()), "");

    [TestCaseSource(nameof(Verbs))]
    public async Task Help_fits_a_screen(string verb)
    {
        var lines = (await HelpAsync(verb)).Split('\n');

        using var claims = Assert.EnterMultipleScope();
        Assert.That(lines, Has.Length.AtMost(Screen));
        Assert.That(lines, Has.All.Length.AtMost(VerbHelp.Width + 20));
    }

    [TestCaseSource(nameof(Verbs))]
    public async Task Help_shows_examples(string verb)
    {
        if (verb == "demo")
        {
            Assert.Pass("It has nothing to choose.");
        }

        Assert.That(await HelpAsync(verb), Does.Contain("Examples:").And.Contain($"kappa {verb}").Or.Contain("autopkg run"));
    }

    [Test]
    public void A_verb_is_found_by_the_name_that_is_typed() =>
        Assert.That(
            CommandLine.Verbs.Select(verb => verb.Name),
            Is.EqualTo(CommandLine.Verbs.Select(verb => verb.Define(Some.Host()).Name)));

    [TestCaseSource(nameof(Examples))]
    public void An_example_is_a_command_line_that_kappa_takes(string example) =>
        Assert.That(CommandLine.Root(Some.Host()).Parse(example["kappa ".Length..]).Errors, Is.Empty);

    private static IEnumerable<string> Examples() => CommandLine.Examples
        .Concat(All(CommandLine.Root(Some.Host())).OfType<Verb>().SelectMany(verb => verb.Examples))
        .Select(example => example.Split(" > ")[0].Split(" | ")[0])
        .Select(example => example.Replace("eval \"$(", "", StringComparison.Ordinal).TrimEnd('"', ')'))
        .Where(example => example.StartsWith("kappa ", StringComparison.Ordinal));

    private static async Task<string> HelpAsync(string verb) =>
        (await KappaRun.OfAsync([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"])).Output;

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    private static IEnumerable<string> Names(Command command, string path) => command.Subcommands
        .SelectMany(verb => Names(verb, $"{path} {verb.Name}".TrimStart()))
        .Prepend(path);
}
