using Kappa.Sandbox;
using Kappa.Tenant.Models;

namespace Kappa.Tests.Support;

internal static partial class Some
{
    /// <summary>A sandbox tenant on a free port, whose clock nobody waits on.</summary>
    public static Task<SandboxServer> SandboxAsync(
        SandboxOptions? options = null, TimeProvider? clock = null) => SandboxServer.StartAsync(
            options ?? new SandboxOptions(), clock ?? new SkippingClock(), CancellationToken.None);

    public static Task<SandboxServer> SandboxAsync(params SandboxFault[] faults) =>
        SandboxAsync(new SandboxOptions { Faults = faults });

    /// <summary>An app that a sandbox tenant has from the beginning.</summary>
    public static CustomApp SandboxApp(
        string id = "03fd3564-1e29-433f-8e67-6f987f3d242d", string name = "Firefox") =>
        new(new AppId(id), name, "package", Enforcement.InstallOnce)
        {
            FileKey = $"companies/companies/28344fcc/library/custom_apps/{name}-1.0_0f04055b.pkg",
            Sha256 = new string('a', 64),
            FileSize = 1000,
            FileUpdated = Noon,
            CreatedAt = Noon,
            UpdatedAt = Noon,
        };

    public static IEnumerable<CustomApp> SandboxApps(int count) =>
        Enumerable.Range(1, count).Select(number => SandboxApp(Guid.NewGuid().ToString(), $"App {number}"));
}
