using System.Globalization;
using CliWrap;

namespace Kappa.Tests.Support;

/// <summary>Signals for other processes.</summary>
internal static class Signals
{
    /// <param name="signal">Without SIG: <c>TERM</c>, <c>KILL</c>.</param>
    /// <param name="process">One that has ended meanwhile is fine.</param>
    public static async Task SendAsync(string signal, int process) => await Cli.Wrap("/bin/sh")
        .WithArguments(["-c", "kill -\"$0\" \"$1\"", signal, process.ToString(CultureInfo.InvariantCulture)])
        .WithValidation(CommandResultValidation.None)
        .ExecuteAsync();
}
