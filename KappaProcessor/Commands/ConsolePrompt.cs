using System.Text;
using Kappa.Secrets;

namespace Kappa.Commands;

/// <summary>
/// The keyboard, and stderr for the questions. A read cannot be stopped, so that it is left to itself when the run
/// ends; .NET gives the terminal its echo back as the process goes.
/// </summary>
internal sealed class ConsolePrompt(TextWriter screen) : IPrompt
{
    public void Tell(string line) => screen.WriteLine(line);

    public Task<string> AskAsync(string question, CancellationToken cancel) =>
        ReadAsync(question, Console.ReadLine, cancel);

    public async Task<Secret> AskHiddenAsync(string question, CancellationToken cancel)
    {
        var secret = new Secret(await ReadAsync(question, ReadHidden, cancel));
        screen.WriteLine();
        return secret;
    }

    private async Task<string> ReadAsync(string question, Func<string?> read, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();

        // Before the question is there: from here on the terminal itself echoes nothing.
        _ = Console.KeyAvailable;
        await screen.WriteAsync(question);
        await screen.FlushAsync(cancel);
        try
        {
            return await Task.Run(read, cancel).WaitAsync(cancel) ?? throw new OperationCanceledException();
        }
        catch (OperationCanceledException)
        {
            await screen.WriteLineAsync();
            throw;
        }
    }

    private static string? ReadHidden()
    {
        var typed = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    return typed.ToString();
                case { Key: ConsoleKey.Backspace }:
                    typed.Length = Math.Max(typed.Length - 1, 0);
                    break;
                case { Key: ConsoleKey.U, Modifiers: ConsoleModifiers.Control }:
                    typed.Clear();
                    break;
                case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when typed.Length == 0:
                    return null;
                case { KeyChar: >= ' ' }:
                    typed.Append(key.KeyChar);
                    break;
                default:
                    break;
            }
        }
    }
}
