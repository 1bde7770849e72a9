using System.CommandLine;
using Kappa.Sandbox;

namespace Kappa.Commands;

/// <summary>The verbs and their options. What a verb does is in its own file.</summary>
internal static class CommandLine
{
    public static async Task<ExitCode> RunAsync(string[] args, ProcessHost host, CancellationToken cancel)
    {
        var result = Root(host).Parse(args);
        var output = new StreamWriter(host.Output) { AutoFlush = true };
        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,

            // Program turns signals into the token.
            ProcessTerminationTimeout = null,
        };
        if (result.Errors.Count > 0)
        {
            await result.InvokeAsync(invocation, cancel);
            return ExitCode.Usage;
        }

        return (ExitCode)await result.InvokeAsync(invocation, cancel);
    }

    private static RootCommand Root(ProcessHost host)
    {
        var root = new RootCommand(
            "Creates and updates Kandji Custom Apps from the installers that AutoPkg recipes build.")
        {
            Process(host),
            Inspect(host),
            Sandbox(host),
            Demo(host),
        };

        // AutoPkg's own way of starting a processor: bare, with a plist on stdin.
        root.SetAction((parsed, cancel) => host.InputIsTerminal
            ? root.Parse("--help").InvokeAsync(parsed.InvocationConfiguration, cancel)
            : ProcessAsync(host, new ProcessOptions(null, LogFormat.Plain), cancel));
        return root;
    }

    private static Command Process(ProcessHost host)
    {
        var config = new Option<string?>("--config")
        {
            Description = "The configuration file, instead of the one beside the shim or in the user's folder.",
            HelpName = "FILE",
        };
        var levels = new Option<bool>("--log-levels")
        {
            Description = "Start each line on stderr with AutoPkg's verbosity level (1, 2, 3) or E, and a tab; "
                + "for the shim.",
        };
        var command = new Command(
            "process",
            "The AutoPkg step: reads AutoPkg's environment as a plist from stdin, creates or updates the Custom App, "
                + "and writes the result variables as a plist to stdout.")
        {
            config,
            levels,
        };
        command.SetAction((parsed, cancel) => ProcessAsync(
            host,
            new ProcessOptions(
                parsed.GetValue(config), parsed.GetValue(levels) ? LogFormat.Levels : LogFormat.Plain),
            cancel));
        return command;
    }

    private static Command Inspect(ProcessHost host)
    {
        var paths = new Argument<string[]>("FILE|DIR")
        {
            Description = "Installers (.pkg, .mpkg, .dmg, .zip), or folders that are searched for them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print a JSON array, one object a file." };
        var csv = new Option<bool>("--csv") { Description = "Print CSV, one line a file." };
        var fast = new Option<bool>("--fast")
        {
            Description = "Identify only: read a package's own documents, not its payload and checksum.",
        };
        var command = new Command(
            "inspect",
            "Tells what installers hold: application, bundle id, version, package id, and where each is known "
                + "from. One that cannot be read does not stop the others; the exit code is then 1.")
        {
            paths, json, csv, fast,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
            {
                result.AddError("Give --json or --csv, not both.");
            }
        });

        // The parser takes an option that it does not know for a file.
        paths.Validators.Add(result =>
        {
            foreach (var path in result.Tokens.Select(token => token.Value))
            {
                if (path.StartsWith('-') && !Path.Exists(path))
                {
                    result.AddError($"There is no option {path}.");
                }
            }
        });
        command.SetAction((parsed, cancel) => GuardAsync(
            host,
            new Failure(ExitCode.Failed, LogFormat.Plain),
            () => new InspectCommand(host).RunAsync(
                parsed.GetRequiredValue(paths),
                new InspectOptions(parsed.GetValue(json), parsed.GetValue(csv), parsed.GetValue(fast)),
                cancel)));
        return command;
    }

    private static Command Sandbox(ProcessHost host)
    {
        var port = new Option<int>("--port")
        {
            Description = "The port on 127.0.0.1; a free one if left out.",
            HelpName = "PORT",
        };
        var state = new Option<string?>("--state")
        {
            Description = "A folder that keeps the tenant from one start to the next.",
            HelpName = "FOLDER",
        };
        var token = new Option<string?>("--token")
        {
            Description = "The only API token to let in; any if left out.",
            HelpName = "TOKEN",
        };
        var processing = new Option<double>("--processing-seconds")
        {
            Description = "How long an upload is \"still being processed\".",
            HelpName = "SECONDS",
        };
        var faults = new Option<string[]>("--fault")
        {
            Description = "Trouble to make, as STEP:FAULT, for example create:503*2 or upload:reset-after; "
                + "may be repeated.",
            HelpName = "FAULT",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("sandbox", "A simulated Kandji tenant on this machine, to rehearse recipes with.")
        {
            port, state, token, processing, faults,
        };
        command.SetAction((parsed, cancel) => GuardAsync(
            host,
            new Failure(ExitCode.Failed, LogFormat.Plain),
            () => new SandboxCommand(
                new SandboxOptions
                {
                    Port = parsed.GetValue(port),
                    StateFolder = parsed.GetValue(state),
                    Token = parsed.GetValue(token),
                    ProcessingTime = TimeSpan.FromSeconds(parsed.GetValue(processing)),
                    Faults = [.. (parsed.GetValue(faults) ?? []).Select(FaultSyntax.Parse)],
                },
                parsed.InvocationConfiguration.Output,
                host.Clock).RunAsync(cancel)));
        return command;
    }

    private static Command Demo(ProcessHost host)
    {
        var command = new Command(
            "demo",
            "Shows the whole job in half a minute: a package made on the spot, a sandbox tenant, four runs. "
                + "Needs no account.");
        command.SetAction((_, cancel) => GuardAsync(
            host,
            new Failure(ExitCode.Failed, LogFormat.Plain),
            () => new DemoCommand(host).RunAsync(cancel)));
        return command;
    }

    private static Task<int> ProcessAsync(ProcessHost host, ProcessOptions options, CancellationToken cancel) =>
        GuardAsync(
            host,
            new Failure(ExitCode.RunFailed, options.Format),
            () => new ProcessCommand(host).RunAsync(options, cancel));

    /// <summary>The one place where an exception becomes a sentence on stderr and an exit code.</summary>
    private static async Task<int> GuardAsync(ProcessHost host, Failure failure, Func<Task<ExitCode>> verb)
    {
        try
        {
            return (int)await verb();
        }
        catch (KappaException problem)
        {
            Tell(host, failure.Format, problem.Message);
            return (int)failure.ExitCode;
        }
        catch (OperationCanceledException)
        {
            Tell(host, failure.Format, "Interrupted before the end; what was done so far is done. Run again.");
            return (int)ExitCode.Interrupted;
        }
        catch (Exception fault)
        {
            Tell(
                host,
                failure.Format,
                $"Kappa met a fault of its own ({fault.GetType().Name}: {fault.Message}). Please report it with the lines "
                    + $"that follow.\n{fault.StackTrace}");
            return (int)failure.ExitCode;
        }
    }

    private static void Tell(ProcessHost host, LogFormat format, string message)
    {
        using var logs = Logging.Create(0, format, host.Error, host.Secrets);
        logs.GetLogger("kappa").Error("{0}", message);
    }

    private sealed record Failure(ExitCode ExitCode, LogFormat Format);
}
