namespace Kappa.Secrets;

/// <summary>What the configuration says under <c>token_keystore</c>.</summary>
internal sealed record Keystores(bool Environment, bool Keychain)
{
    /// <summary>
    /// The places to look in, in order. Off macOS the environment is always one, because there is no
    /// keychain; a file is looked at wherever its variable is set.
    /// </summary>
    /// <param name="environmentSwitch">The value of <c>ENV_KEYSTORE</c>.</param>
    /// <param name="onMac">Whether this machine has a keychain.</param>
    public IReadOnlyList<SecretPlace> Places(string? environmentSwitch, bool onMac)
    {
        List<SecretPlace> places = [];
        if (Environment || IsTruthy(environmentSwitch) || !onMac)
        {
            places.Add(SecretPlace.Environment);
        }

        places.Add(SecretPlace.File);
        if (Keychain && onMac)
        {
            places.Add(SecretPlace.Keychain);
        }

        return places;
    }

    private static bool IsTruthy(string? word) =>
        word?.Trim().ToUpperInvariant() is "1" or "TRUE" or "YES" or "ON";
}
