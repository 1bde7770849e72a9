using System.CommandLine;
using System.CommandLine.Parsing;
using Kappa.Configuration;

namespace Kappa.Commands;

/// <summary><c>kappa setup</c> on the command line.</summary>
internal sealed class SetupVerb
{
    private readonly Option<string?> config = Text(
        "--config", "FILE", "The file to write, instead of the one in use or else in the user's folder.");

    private readonly Option<string?> from = Text(
        "--from", "FOLDER", "Take over what KAPPA, kpkg or irupkg have in that folder, which stays as it is.");

    private readonly Option<bool> reset = new("--reset")
    {
        Description = "Start from defaults instead of what is configured; secrets are asked for again.",
    };

    private readonly Option<bool> configOnly = new("--config-only")
    {
        Description = "Ask for no secrets, store none, and leave the tenant alone.",
    };

    private readonly Option<bool> nonInteractive = new("--non-interactive")
    {
        Description = "Ask nothing: answers are the flags, else what is configured, else defaults.",
    };

    private readonly Option<bool> tokenFromInput = new("--token-stdin")
    {
        Description = "With --non-interactive: the first line of stdin is the API token.",
    };

    private readonly Option<bool> webhookFromInput = new("--webhook-stdin")
    {
        Description = "With --non-interactive: the line after that, or the first, is the Slack webhook's URL.",
    };

    private readonly Option<bool> isUnchecked = new("--no-check")
    {
        Description = "Do not ask the tenant whether token and categories are right.",
    };

    private readonly Option<string?> keystore = Text(
        "--keystore", "PLACE", $"Where the token is: {Words.OneOf(SetupSecrets.Words)}.");

    private readonly List<(SetupQuestion Question, Option<string?> Option)> answers =
    [
        .. SetupQuestions.All.Select(question => (
            question, Text(question.Flag, question.HelpName, question.Key.Documentation))),
    ];

    private SetupVerb()
    {
    }

    public static Command Define(ProcessHost host)
    {
        var verb = new SetupVerb();
        var command = verb.Define();
        command.SetAction((parsed, cancel) => Guard.RunAsync(
            host,
            new FailureForm(ExitCode.Failed, LogFormat.Plain),
            () => new SetupCommand(host, verb.Read(parsed)).RunAsync(cancel)));
        return command;
    }

    private Verb Define()
    {
        var command = new Verb(
            "setup",
            "Asks for the tenant, the token and how apps are made, and writes config.json.",
            "kappa setup",
            "kappa setup --from ~/Library/AutoPkg/KAPPA",
            "kappa setup --non-interactive --config-only --api-url acme.api.kandji.io --keystore environment")
        {
            config, from, reset, configOnly, nonInteractive, tokenFromInput, webhookFromInput, isUnchecked, keystore,
        };
        foreach (var (question, option) in answers)
        {
            option.Validators.Add(result => CheckAnswer(question, result));
            command.Add(option);
        }

        keystore.Validators.Add(CheckKeystore);
        config.Validators.Add(CheckPath);
        from.Validators.Add(CheckPath);
        command.Validators.Add(CheckInput);
        return command;
    }

    private static Option<string?> Text(string name, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
    };

    private SetupOptions Read(ParseResult parsed) => new()
    {
        ConfigFile = parsed.GetValue(config),
        From = parsed.GetValue(from),
        Reset = parsed.GetValue(reset),
        ConfigOnly = parsed.GetValue(configOnly),
        NonInteractive = parsed.GetValue(nonInteractive),
        TokenFromInput = parsed.GetValue(tokenFromInput),
        WebhookFromInput = parsed.GetValue(webhookFromInput),
        Unchecked = parsed.GetValue(isUnchecked),
        Keystore = SetupSecrets.PlaceOf(parsed.GetValue(keystore)),
        Answers = answers
            .Select(answer => (answer.Question.Flag, Value: parsed.GetValue(answer.Option)))
            .Where(answer => answer.Value is not null)
            .ToDictionary(answer => answer.Flag, answer => answer.Value!),
    };

    private void CheckInput(CommandResult result)
    {
        var reads = new[] { tokenFromInput, webhookFromInput }.FirstOrDefault(result.GetValue);
        if (reads is not null && !result.GetValue(nonInteractive))
        {
            result.AddError($"{reads.Name} goes with --non-interactive; otherwise stdin is the keyboard.");
        }

        if (reads is not null && result.GetValue(configOnly))
        {
            result.AddError($"--config-only stores no secrets; leave out {reads.Name}.");
        }
    }

    private static void CheckAnswer(SetupQuestion question, OptionResult result)
    {
        foreach (var token in result.Tokens)
        {
            if (ConfigDraft.Check(question.Key, token.Value) is { } objection)
            {
                result.AddError($"{question.Flag} {objection.Fault}. {objection.Remedy}");
            }
        }
    }

    private static void CheckKeystore(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => SetupSecrets.PlaceOf(token.Value) is null))
        {
            result.AddError($"--keystore is '{token.Value}', not {Words.OneOf(SetupSecrets.Words)}.");
        }
    }

    /// <summary>The parser takes an option that it does not know for a path.</summary>
    private static void CheckPath(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value is "" or ['-', ..]))
        {
            result.AddError($"{result.Option.Name} is '{token.Value}', which is no path.");
        }
    }
}
