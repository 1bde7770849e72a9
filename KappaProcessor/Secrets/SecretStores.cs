using System.Diagnostics;

namespace Kappa.Secrets;

/// <summary>The places that may hold a secret, in the order they are asked.</summary>
internal sealed class SecretStores(IReadOnlyList<ISecretStore> stores)
{
    public static SecretStores At(
        IReadOnlyList<SecretPlace> places, Func<string, string?> environment, ExternalTool security) =>
        new([.. places.Select<SecretPlace, ISecretStore>(place => place switch
        {
            SecretPlace.Environment => new EnvironmentSecretStore(environment),
            SecretPlace.File => new FileSecretStore(environment),
            SecretPlace.Keychain => new KeychainSecretStore(security),
            _ => throw new UnreachableException($"No store for {place}."),
        })]);

    /// <summary>The secret of that name from the first place that has it, or null.</summary>
    /// <exception cref="KappaException">There is one, and it cannot be what it should be.</exception>
    public async Task<Secret?> FindAsync(string name, CancellationToken cancel) =>
        (await LocateAsync(name, cancel))?.Secret;

    /// <inheritdoc cref="FindAsync"/>
    public async Task<LocatedSecret?> LocateAsync(string name, CancellationToken cancel)
    {
        foreach (var store in stores)
        {
            var found = await store.LocateAsync(name, cancel);
            var secret = found?.Secret.Trimmed();
            if (secret is { IsEmpty: false })
            {
                return secret.IsSendable ? new LocatedSecret(secret, found!.Place) : throw new KappaException(
                    $"{name} from {store.Place} has a space, a line break or another character that is not "
                        + "plain ASCII.",
                    "Copy it again from where it was made, and store it as one word.");
            }
        }

        return null;
    }

    /// <param name="name">What it is stored under.</param>
    /// <param name="purpose">What an administrator calls it: "Kandji API token".</param>
    /// <param name="cancel">Ends the search.</param>
    public async Task<Secret> RequireAsync(string name, string purpose, CancellationToken cancel) =>
        await FindAsync(name, cancel) ?? throw new KappaException(
            $"The {purpose} was not found under the name {name} in {Places}.",
            $"Store it with 'kappa setup', or set the variable {name} and ENV_KEYSTORE=1, or let the "
                + $"variable {name}_FILE name a file that holds it.");

    private string Places => string.Join(", ", stores.Select(store => store.Place));
}
