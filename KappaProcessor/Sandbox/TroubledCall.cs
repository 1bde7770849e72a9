using Kappa.Sandbox.Wire;

namespace Kappa.Sandbox;

/// <summary>
/// A request that trouble befalls, and <paramref name="Serve"/>, which would serve it well.
/// </summary>
internal sealed record TroubledCall(
    SandboxStep Step, SandboxRequest Request, Func<Task<SandboxAnswer>> Serve, TimeProvider Clock)
{
    public required CancellationToken Cancel { get; init; }
}
