using Claunia.PropertyList;

namespace Kappa.Scheduling;

/// <summary>launchd, a Mac's scheduler, for the session of the user who is logged in.</summary>
/// <param name="launchctl">The program.</param>
/// <param name="user">The user's number.</param>
/// <param name="folder">The user's <c>Library/LaunchAgents</c>.</param>
internal sealed class LaunchAgent(ExternalTool launchctl, string user, string folder) : IScheduler
{
    public const string Label = "io.kandji.kappa.casks";

    /// <summary>launchd may still be taking the old agent away.</summary>
    private const int MostTries = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public string UnitPath => Path.Combine(folder, $"{Label}.plist");

    private string Session => $"gui/{user}";

    private string Target => $"{Session}/{Label}";

    /// <summary>The agent as launchd.plist(5) wants it.</summary>
    public static string Describe(ScheduledJob job) => new NSDictionary
    {
        { "Label", new NSString(Label) },
        { "ProgramArguments", Texts([job.Executable, .. job.Arguments]) },
        { "EnvironmentVariables", Texts(job.Variables) },
        { "StartInterval", new NSNumber((int)job.Every.TotalSeconds) },
        { "RunAtLoad", new NSNumber(true) },
        { "StandardOutPath", new NSString(job.LogFile) },
        { "StandardErrorPath", new NSString(job.LogFile) },
        { "ProcessType", new NSString("Background") },
    }.ToXmlPropertyList();

    public async Task<bool> InstallAsync(ScheduledJob job, CancellationToken cancel)
    {
        var text = Describe(job);
        var isActive = await IsActiveAsync(cancel);
        if (isActive && UnitFile.Holds(UnitPath, text))
        {
            return false;
        }

        UnitFile.Write(UnitPath, text);
        if (isActive)
        {
            await launchctl.RunAsync(["bootout", Target], cancel);
        }

        await LoadAsync(cancel);
        return true;
    }

    public async Task<bool> RemoveAsync(CancellationToken cancel)
    {
        var isActive = await IsActiveAsync(cancel);
        if (isActive && await launchctl.RunAsync(["bootout", Target], cancel) is { Succeeded: false } refusal)
        {
            throw new KappaException(
                $"launchctl does not unload {Target}: {refusal.Complaint}.", "Log out and in, then run this again.");
        }

        if (!File.Exists(UnitPath))
        {
            return isActive;
        }

        File.Delete(UnitPath);
        return true;
    }

    public async Task<bool> IsActiveAsync(CancellationToken cancel) =>
        (await launchctl.RunAsync(["print", Target], cancel)).Succeeded;

    private async Task LoadAsync(CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var result = await launchctl.RunAsync(["bootstrap", Session, UnitPath], cancel);
            if (result.Succeeded)
            {
                return;
            }

            if (tries == MostTries)
            {
                throw new KappaException(
                    $"launchctl does not load {UnitPath}: {result.Complaint}.",
                    "Run this as a user who is logged in at the screen; otherwise it is loaded at the next login.");
            }

            await Task.Delay(Pause, launchctl.Clock, cancel);
        }
    }

    private static NSArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Select(text => new NSString(text))]);

    private static NSDictionary Texts(IReadOnlyDictionary<string, string> pairs)
    {
        var texts = new NSDictionary();
        foreach (var (name, value) in pairs)
        {
            texts.Add(name, new NSString(value));
        }

        return texts;
    }
}
