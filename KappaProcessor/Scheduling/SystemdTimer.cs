namespace Kappa.Scheduling;

/// <summary>systemd's own instance for one user, as most Linux machines have it.</summary>
/// <param name="systemctl">The program.</param>
/// <param name="folder">The user's <c>systemd/user</c>.</param>
internal sealed class SystemdTimer(ExternalTool systemctl, string folder) : IScheduler
{
    public const string Name = "kappa-casks";

    private const string Timer = $"{Name}.timer";

    public string UnitPath => Path.Combine(folder, Timer);

    private string ServicePath => Path.Combine(folder, $"{Name}.service");

    public async Task<bool> InstallAsync(ScheduledJob job, CancellationToken cancel)
    {
        var (service, timer) = (SystemdUnits.Service(job), SystemdUnits.Timer(job));
        if (UnitFile.Holds(ServicePath, service) && UnitFile.Holds(UnitPath, timer) && await IsActiveAsync(cancel))
        {
            return false;
        }

        UnitFile.Write(ServicePath, service);
        UnitFile.Write(UnitPath, timer);
        await RunAsync(["daemon-reload"], cancel);
        await RunAsync(["enable", Timer], cancel);
        await RunAsync(["restart", Timer], cancel);
        return true;
    }

    public async Task<bool> RemoveAsync(CancellationToken cancel)
    {
        if (!File.Exists(UnitPath) && !File.Exists(ServicePath))
        {
            return false;
        }

        await RunAsync(["disable", "--now", Timer], cancel);
        File.Delete(UnitPath);
        File.Delete(ServicePath);
        await RunAsync(["daemon-reload"], cancel);
        return true;
    }

    public async Task<bool> IsActiveAsync(CancellationToken cancel) =>
        (await systemctl.RunAsync(["--user", "is-active", "--quiet", Timer], cancel)).Succeeded;

    private async Task RunAsync(string[] arguments, CancellationToken cancel)
    {
        var result = await systemctl.RunAsync(["--user", .. arguments], cancel);
        if (!result.Succeeded)
        {
            throw new KappaException(
                $"systemctl --user {string.Join(' ', arguments)} failed: {result.Complaint.TrimEnd('.')}.",
                "Run this in a session of the user's own (not through sudo), or let cron run "
                    + "\"kappa upload --scheduled\" instead.");
        }
    }
}
