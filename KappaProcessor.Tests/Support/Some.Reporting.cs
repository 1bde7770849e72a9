using Kappa.Configuration;
using Kappa.Publishing;
using Kappa.Tenant.Models;

namespace Kappa.Tests.Support;

internal static partial class Some
{
    /// <summary>A variant whose app was updated.</summary>
    public static Outcome Outcome(AppVariant variant = AppVariant.Prod, string name = "Firefox") => new(
        new AppTarget(variant, name) { Enforcement = Enforcement.InstallOnce, FallbackCategory = "Apps" },
        OutcomeAction.Updated)
    {
        Message = $"Updated '{name}'.",
        App = SandboxApp(name: name),
        Link = new Uri("https://acme.kandji.io/library/custom-apps/03fd3564-1e29-433f-8e67-6f987f3d242d"),
        Enforcement = Enforcement.InstallOnce,
        Version = "128.0",
        Sha256 = new string('a', 64),
    };
}
