using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Kappa.Commands;

/// <summary>The verbs. The options of each, and what it does, are in files of their own.</summary>
internal static class CommandLine
{
    public static IReadOnlyList<string> Examples { get; } =
    [
        "kappa setup",
        "kappa check",
        "autopkg run -v Firefox.pkg --post io.kandji.kappa/KAPPA",
        "kappa upload --dry-run Firefox.pkg",
    ];

    public static IReadOnlyList<KnownVerb> Verbs { get; } =
    [
        new("setup", SetupVerb.Define),
        new("check", CheckVerb.Define),
        new("recipe", RecipeVerb.Define),
        new("process", ProcessVerb.Define),
        new("upload", UploadVerb.Define),
        new("inspect", InspectVerb.Define),
        new("list", ListVerb.Define),
        new("map", MapVerb.Define),
        new("schedule", ScheduleVerb.Define),
        new("sandbox", SandboxVerb.Define),
        new("demo", DemoVerb.Define),
        new("completions", CompletionsVerb.Define),
    ];

    public static async Task<ExitCode> RunAsync(string[] args, ProcessHost host, CancellationToken cancel)
    {
        var result = Root(host, args.FirstOrDefault()).Parse(args);
        var output = new StreamWriter(host.Output) { AutoFlush = true };
        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,

            // Program turns signals into the token.
            ProcessTerminationTimeout = null,
        };
        if (result.Action is ParseErrorAction complaint)
        {
            complaint.ShowHelp = false;
            await result.InvokeAsync(invocation, cancel);
            await host.Error.WriteLineAsync($"'{Path(result.CommandResult)} --help' shows what there is.");
            return ExitCode.Usage;
        }

        return (ExitCode)await result.InvokeAsync(invocation, cancel);
    }

    /// <param name="host">What surrounds the process.</param>
    /// <param name="asked">The first word that was typed; null for whatever may be.</param>
    public static RootCommand Root(ProcessHost host, string? asked = null)
    {
        var root = new RootCommand(
            "Creates and updates Kandji (Iru) Custom Apps from installers: as a step of AutoPkg recipes, from files "
                + "and from Homebrew casks.");
        foreach (var verb in Needed(asked))
        {
            root.Add(verb.Define(host));
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new VerbHelp((HelpAction)help.Action!);
        help.Description = "Show this.";
        help.Aliases.Remove("/?");
        help.Aliases.Remove("/h");

        // AutoPkg's own way of starting a processor: bare, with a plist on stdin.
        root.SetAction((parsed, cancel) => host.InputIsTerminal
            ? root.Parse("--help").InvokeAsync(parsed.InvocationConfiguration, cancel)
            : ProcessVerb.RunAsync(host, new ProcessOptions(null, LogFormat.Plain), cancel));
        return root;
    }

    /// <summary>AutoPkg starts this for every recipe: nobody then needs the options of all other verbs.</summary>
    private static IEnumerable<KnownVerb> Needed(string? asked) => asked switch
    {
        "--version" => [],
        _ when Verbs.Any(verb => verb.Name == asked) => Verbs.Where(verb => verb.Name == asked),
        _ => Verbs,
    };

    /// <summary>As it is typed: <c>kappa schedule add</c>.</summary>
    private static string Path(CommandResult command) => command.Parent is CommandResult parent
        ? $"{Path(parent)} {command.Command.Name}"
        : "kappa";
}
