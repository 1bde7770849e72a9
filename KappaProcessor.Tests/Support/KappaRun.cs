using System.Text;
using Kappa.Commands;

namespace Kappa.Tests.Support;

/// <summary>What came of one command line, run in this process.</summary>
internal sealed record KappaRun(int ExitCode, string Output, string Errors)
{
    /// <summary>With nothing in its environment but where programs are.</summary>
    public static Task<KappaRun> OfAsync(params string[] arguments) =>
        OfAsync(arguments, name => name == "PATH" ? Environment.GetEnvironmentVariable(name) : null);

    public static async Task<KappaRun> OfAsync(string[] arguments, Func<string, string?> variable)
    {
        using var output = new MemoryStream();
        var errors = new StringWriter();
        var host = new ProcessHost
        {
            Clock = TimeProvider.System,
            Variable = variable,
            Input = Stream.Null,
            Output = output,
            Error = errors,
            IsMac = OperatingSystem.IsMacOS(),
            ExecutableFolder = TestContext.CurrentContext.WorkDirectory,
        };

        var code = await CommandLine.RunAsync(arguments, host, CancellationToken.None);
        return new KappaRun((int)code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
