using Kappa.Sandbox.Wire;

namespace Kappa.Sandbox;

/// <summary>
/// Answers a request; <paramref name="id"/> is the part of the path that the route leaves open.
/// </summary>
internal delegate Task<SandboxAnswer> SandboxHandler(
    SandboxRequest request, string id, CancellationToken cancel);
