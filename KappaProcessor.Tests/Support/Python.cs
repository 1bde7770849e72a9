using CliWrap;
using CliWrap.Buffered;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Support;

/// <summary>The Python that runs AutoPkg's side of a test; without one such a test is skipped.</summary>
internal static class Python
{
    private static readonly Lazy<Task<string?>> Found = new(FindAsync);

    /// <summary>The interpreter itself, not a launcher that starts it and stays its parent.</summary>
    public static async Task<string> RequireAsync()
    {
        var found = await Found.Value;
        if (found is null)
        {
            Assert.Ignore("There is no python3 on PATH.");
        }

        return found;
    }

    /// <summary>
    /// What one of the scripts in <c>Support/AutoPkg</c> prints; skipped where it lacks a module.
    /// </summary>
    public static async Task<JObject> ReadJsonAsync(string script, string argument)
    {
        var result = await Cli.Wrap(await RequireAsync())
            .WithArguments([Path.Combine(StandIn.Library, script), argument])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        if (result.StandardError.Contains("ModuleNotFoundError", StringComparison.Ordinal))
        {
            Assert.Ignore(result.StandardError.TrimEnd().Split('\n')[^1]);
        }

        Assert.That(result.ExitCode, Is.Zero, result.StandardError);
        return JObject.Parse(result.StandardOutput);
    }

    private static async Task<string?> FindAsync()
    {
        try
        {
            var result = await Cli.Wrap("/usr/bin/env")
                .WithArguments(["python3", "-c", "import sys; print(sys.executable)"])
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync();
            return result.ExitCode == 0 ? result.StandardOutput.Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
