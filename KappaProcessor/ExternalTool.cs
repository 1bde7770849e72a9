using System.ComponentModel;
using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Kappa;

/// <summary>
/// A program that Kappa runs with an array of arguments, never through a shell. Secrets go in on standard
/// input, because every user of a machine can read the arguments of its processes.
/// </summary>
internal sealed record ExternalTool(string Path)
{
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>On top of Kappa's own environment; null takes a variable away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } =
        new Dictionary<string, string?>();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public Task<ToolResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel) =>
        RunAsync(arguments, "", cancel);

    /// <exception cref="KappaException">It cannot be started, or did not end in its time.</exception>
    public async Task<ToolResult> RunAsync(
        IReadOnlyList<string> arguments, string input, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(TimeLimit, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            var result = await Command(arguments, input).ExecuteBufferedAsync(either.Token);
            return new ToolResult(result.ExitCode, result.StandardOutput, result.StandardError);
        }
        catch (Win32Exception problem)
        {
            throw new KappaException(
                $"{Path} cannot be started: {(problem.InnerException ?? problem).Message}.",
                "Check that it is installed, that it may be executed, and that it is made for this machine.",
                problem);
        }
        catch (OperationCanceledException problem) when (!cancel.IsCancellationRequested)
        {
            throw new KappaException(
                $"{Path} was stopped: it had not ended after {TimeLimit.TotalSeconds:N0} seconds.",
                "Run it by hand to see what it waits for, a question on the screen for example.",
                problem);
        }
    }

    private Command Command(IReadOnlyList<string> arguments, string input) => Cli.Wrap(Path)
        .WithArguments(arguments)
        .WithEnvironmentVariables(Environment)
        .WithStandardInputPipe(PipeSource.FromString(input, new UTF8Encoding(false)))
        .WithValidation(CommandResultValidation.None);
}
