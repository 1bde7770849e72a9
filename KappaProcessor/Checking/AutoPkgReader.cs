using Kappa.AutoPkg;
using Kappa.Configuration;

namespace Kappa.Checking;

/// <summary>Looks for AutoPkg, and asks it what it sees.</summary>
internal static class AutoPkgReader
{
    private const string Variable = "AUTOPKG";

    /// <summary>Where its installer for Mac puts it; launchd's PATH may be without.</summary>
    private const string UsualFolder = "/usr/local/bin";

    public static async Task<AutoPkgCheck> ReadAsync(ProcessHost host, CancellationToken cancel)
    {
        var named = host.Variable(Variable) is { Length: > 0 } path ? Path.GetFullPath(path) : null;
        var found = named is null
            ? ProgramSearch.Find($"{host.Variable("PATH")}:{UsualFolder}", "autopkg")
            : ProgramSearch.Find(Path.GetDirectoryName(named), Path.GetFileName(named));
        if (found is null)
        {
            return new AutoPkgCheck { Named = named };
        }

        var program = new AutoPkgProgram(found);
        try
        {
            var preferences = AutoPkgPreferences.Read(host.Variable, host.IsMac);
            var seen = await program.FindRecipeAsync(AutoPkgCheck.Identifier, cancel);
            return new AutoPkgCheck
            {
                Program = program,
                PreferredApiUrl = preferences.Find(EnvironmentKeys.ApiUrl.Name)?[0],
                Version = await program.ReadVersionAsync(cancel),
                SeenFolder = seen.Count > 0 ? Path.GetDirectoryName(seen[0]) : null,
                IsOlder = seen.Count > 0 && IsOlder(Path.GetDirectoryName(seen[0])!),
            };
        }
        catch (KappaException fault)
        {
            return new AutoPkgCheck { Program = program, Fault = fault };
        }
    }

    /// <summary>The processors before this one, all of it in Python, set no such variable.</summary>
    private static bool IsOlder(string folder)
    {
        var text = TextFile.Read(Path.Combine(folder, ConfigLocator.ShimFile)).Text;
        return text?.Contains(EnvironmentKeys.ShimFolder.Name, StringComparison.Ordinal) is not true;
    }
}
