namespace Kappa.Secrets;

/// <summary>A place that may hold a secret under a name.</summary>
internal interface ISecretStore
{
    /// <summary>What an administrator calls this place: "the environment", "the macOS keychain".</summary>
    string Place { get; }

    /// <summary>The secret of that name, or null when this place has none.</summary>
    Task<Secret?> FindAsync(string name, CancellationToken cancel);

    /// <summary>The same, with where exactly it lies.</summary>
    async Task<LocatedSecret?> LocateAsync(string name, CancellationToken cancel) =>
        await FindAsync(name, cancel) is { } secret ? new LocatedSecret(secret, Place) : null;
}
