using System.CommandLine;

namespace Kappa.Commands;

/// <summary><c>kappa completions</c> on the command line.</summary>
internal static class CompletionsVerb
{
    private static readonly string[] Shells = ["zsh", "bash", "fish"];

    public static Command Define(ProcessHost host)
    {
        var shell = new Argument<string>("SHELL") { Description = "zsh, bash or fish." };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new Verb(
            "completions",
            "Prints what makes a shell complete kappa's verbs and options.",
            """eval "$(kappa completions zsh)" """.TrimEnd(),
            """eval "$(kappa completions bash)" """.TrimEnd(),
            "kappa completions fish | source")
        {
            shell,
        };
        command.Details = "The shell's start-up file is the place for it: ~/.zshrc (after compinit), ~/.bashrc, "
            + "~/.config/fish/config.fish.";
        command.SetAction((parsed, cancel) => Guard.RunAsync(
            host,
            new FailureForm(ExitCode.Failed, LogFormat.Plain),
            () => new CompletionsCommand(host).RunAsync(parsed.GetRequiredValue(shell), cancel)));
        return command;
    }
}
