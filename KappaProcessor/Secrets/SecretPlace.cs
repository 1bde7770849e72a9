namespace Kappa.Secrets;

/// <summary>Where Kappa looks for a secret.</summary>
internal enum SecretPlace
{
    /// <summary>A variable of the secret's name.</summary>
    Environment,

    /// <summary>The file that the variable <c>NAME_FILE</c> names.</summary>
    File,

    /// <summary>The macOS keychain.</summary>
    Keychain,
}
