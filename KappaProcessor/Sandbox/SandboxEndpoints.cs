using Kappa.Sandbox.Api;
using Kappa.Sandbox.Storage;

namespace Kappa.Sandbox;

/// <summary>All who answer requests.</summary>
internal sealed record SandboxEndpoints
{
    public required CustomAppEndpoints Apps { get; init; }

    public required PresignEndpoint Presign { get; init; }

    public required SandboxStorage Storage { get; init; }

    public required SelfServiceEndpoint Categories { get; init; }

    public required BlueprintEndpoints Blueprints { get; init; }

    public required SlackWebhook Slack { get; init; }

    public required ConsolePages Pages { get; init; }
}
