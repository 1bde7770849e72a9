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
            IsMac = OperatingSystem.IsMacOS(),
            ExecutableFolder = AppContext.BaseDirectory,
        };

        return (int)await CommandLine.RunAsync(args, host, interruption.Token);
    }
}
