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
    public Task<ToolResult> RunAsync(
        IReadOnlyList<string> arguments, string input, CancellationToken cancel) => LimitAsync(
            async either =>
            {
                var result = await Command(arguments, input).ExecuteBufferedAsync(either);
                return new ToolResult(result.ExitCode, result.StandardOutput, result.StandardError);
            },
            cancel);

    /// <summary>
    /// What it writes is handed over line by line, for a program that writes a lot. A handler that throws
    /// ends the program.
    /// </summary>
    public Task<ToolResult> ReadLinesAsync(
        IReadOnlyList<string> arguments, Action<string> line, CancellationToken cancel) =>
        DrainAsync(arguments, ToolOutput.Lines(line), cancel);

    /// <summary>
    /// What it writes is copied byte by byte, and no more than <paramref name="limit"/> bytes of it.
    /// </summary>
    public Task<ToolResult> CopyAsync(
        IReadOnlyList<string> arguments, Stream output, long limit, CancellationToken cancel) =>
        DrainAsync(arguments, ToolOutput.Bytes(output, limit), cancel);

    private Task<ToolResult> DrainAsync(
        IReadOnlyList<string> arguments, ToolOutput.Reader read, CancellationToken cancel) => LimitAsync(
            async either =>
            {
                var output = new ToolOutput();
                using var ended = CancellationTokenSource.CreateLinkedTokenSource(either);
                try
                {
                    var result = await Command(arguments, "")
                        .WithStandardOutputPipe(output.To(read, ended))
                        .WithStandardErrorPipe(output.ToError())
                        .ExecuteAsync(ended.Token);
                    return new ToolResult(result.ExitCode, "", output.Error) { IsCut = output.IsCut };
                }
                catch (OperationCanceledException) when (output.IsCut)
                {
                    return new ToolResult(-1, "", output.Error) { IsCut = true };
                }
            },
            cancel);

    private async Task<ToolResult> LimitAsync(
        Func<CancellationToken, Task<ToolResult>> run, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(TimeLimit, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await run(either.Token);
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
