namespace Kappa.Secrets;

/// <summary>
/// The process environment: a variable of the secret's name, or else of its name in capitals.
/// </summary>
internal sealed class EnvironmentSecretStore(Func<string, string?> environment) : ISecretStore
{
    public string Place => "the environment";

    public Task<Secret?> FindAsync(string name, CancellationToken cancel) =>
        Task.FromResult(Variable(name) ?? Variable(name.ToUpperInvariant()));

    // CI systems set the variable of a secret that was never stored to nothing.
    private Secret? Variable(string name) =>
        environment(name) is { } value && !string.IsNullOrWhiteSpace(value) ? new Secret(value) : null;
}
