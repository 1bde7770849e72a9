using Kappa.Configuration;

namespace Kappa;

/// <summary>The superuser has a keychain of its own, which is not the one that a person stored a token in.</summary>
internal static class SuperuserKeychain
{
    /// <exception cref="KappaException">
    /// The superuser runs this, and the keychain is the only place for the token.
    /// </exception>
    public static void Check(Settings settings, ProcessHost host) => Check(
        new SecretSettings
        {
            TokenName = settings.TokenName,
            EnvironmentKeystore = settings.EnvironmentKeystore,
            KeychainKeystore = settings.KeychainKeystore,
        },
        host);

    /// <inheritdoc cref="Check(Settings, ProcessHost)"/>
    public static void Check(SecretSettings settings, ProcessHost host)
    {
        var hasFile = host.Variable($"{settings.TokenName}_FILE") is not null;
        if (host is { IsRoot: true, IsMac: true } && settings is { KeychainKeystore: true, EnvironmentKeystore: false } && !hasFile)
        {
            throw new KappaException(
                $"The token {settings.TokenName} is to come from the keychain, but root runs this, whose keychain is "
                    + "another one.",
                "Run it without sudo, as the user who stored the token; or, for CI, put the token into the "
                    + "environment and set ENV_KEYSTORE=1.");
        }
    }
}
