using Kappa.Commands;

namespace Kappa;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var interruption = new Interruption();
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        var host = new ProcessHost
        {
            Clock = TimeProvider.System,
            Variable = Environment.GetEnvironmentVariable,
            Input = input,
            Output = output,
            Error = Console.Error,
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorWidth = ErrorWidth,
            Prompt = Console.IsInputRedirected || Console.IsErrorRedirected ? null : new ConsolePrompt(Console.Error),
            IsMac = OperatingSystem.IsMacOS(),
            IsRoot = Environment.IsPrivilegedProcess,
            ExecutableFolder = AppContext.BaseDirectory,
        };

        return (int)await CommandLine.RunAsync(args, host, interruption.Token);
    }

    private static int ErrorWidth()
    {
        if (Console.IsErrorRedirected)
        {
            return 0;
        }

        try
        {
            return Math.Max(Console.WindowWidth, 1);
        }
        catch (IOException)
        {
            return 80; // a terminal that does not tell
        }
    }
}
