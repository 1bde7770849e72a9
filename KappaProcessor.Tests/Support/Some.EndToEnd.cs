using Kappa.Tenant.Models;

namespace Kappa.Tests.Support;

internal static partial class Some
{
    /// <summary>An app of that name which a tenant has from the beginning, with an installer of long ago.</summary>
    public static CustomApp CustomApp(string name) => SandboxApp(Guid.NewGuid().ToString(), name);
}
