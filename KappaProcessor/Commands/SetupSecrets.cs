using System.Diagnostics;
using System.Text.RegularExpressions;
using Kappa.Configuration;
using Kappa.Secrets;

namespace Kappa.Commands;

/// <summary>The places for secrets that <c>kappa setup</c> offers, and what is in them.</summary>
internal sealed partial class SetupSecrets(ProcessHost host, Surroundings surroundings)
{
    private static readonly SecretPlace[] Known = [SecretPlace.Keychain, SecretPlace.Environment, SecretPlace.File];

    public static IReadOnlyList<string> Words { get; } = [.. Known.Select(Word)];

    /// <summary>On this machine, the usual one first.</summary>
    public IReadOnlyList<SecretPlace> Offered =>
        host.IsMac ? Known : [SecretPlace.File, SecretPlace.Environment];

    public static string Word(SecretPlace place) => place switch
    {
        SecretPlace.Keychain => "keychain",
        SecretPlace.Environment => "environment",
        SecretPlace.File => "file",
        _ => throw new UnreachableException($"No word for {place}."),
    };

    /// <summary>Null for a word that is no place.</summary>
    public static SecretPlace? PlaceOf(string? word) =>
        Known.Cast<SecretPlace?>().FirstOrDefault(place => Word(place!.Value) == word?.Trim().ToLowerInvariant());

    /// <summary>What a configuration says of the place; null when it says nothing.</summary>
    public SecretPlace? PlaceIn(ConfigDraft draft, string tokenName) => true switch
    {
        _ when host.IsMac && draft.Shown(ConfigKeys.KeychainKeystore) == "true" => SecretPlace.Keychain,
        _ when draft.Shown(ConfigKeys.EnvironmentKeystore) != "true" => null,
        _ => File.Exists(FileOf(tokenName)) ? SecretPlace.File : SecretPlace.Environment,
    };

    /// <summary>
    /// With that place, if it is another one than the configuration has: who has both keeps both.
    /// </summary>
    public static ConfigDraft With(ConfigDraft draft, SecretPlace place)
    {
        var key = place == SecretPlace.Keychain ? ConfigKeys.KeychainKeystore : ConfigKeys.EnvironmentKeystore;
        var other = place == SecretPlace.Keychain ? ConfigKeys.EnvironmentKeystore : ConfigKeys.KeychainKeystore;
        return draft.Shown(key) == "true"
            ? draft.With(other, draft.Usable(other) ?? "false")
            : draft.With(key, "true").With(other, "false");
    }

    /// <summary>What the superuser should hear; null for anybody else.</summary>
    public string? Caution(SecretPlace place) => host switch
    {
        { IsRoot: false } => null,
        { IsMac: true } when place == SecretPlace.Keychain =>
            "root has a keychain of its own: only what root runs finds the token there. Run setup without sudo, as the "
            + "user who runs AutoPkg.",
        _ when host.Variable("SUDO_USER") is { Length: > 0 } user =>
            $"root runs this: what is written now is root's alone, and {user} cannot read it.",
        _ => null,
    };

    /// <summary>An environment knows no other names; a keychain takes any.</summary>
    public static Objection? CheckName(SecretPlace place, string name) =>
        place == SecretPlace.Keychain || VariableName().IsMatch(name) ? null : new Objection(
            $"is '{name}', which no variable of an environment can be called",
            "Use letters, digits and underscores.");

    /// <summary>What is there already; null when nothing is, or nothing that could be a secret.</summary>
    public Task<Secret?> FindAsync(SecretPlace place, string name, CancellationToken cancel)
    {
        var file = new FileSecretStore(variable =>
            host.Variable(variable) ?? (FileOf(name) is var own && File.Exists(own) ? own : null));
        ISecretStore[] stores = place switch
        {
            SecretPlace.Keychain => [new KeychainSecretStore(host.KeychainTool)],
            SecretPlace.File => [file],
            _ => [new EnvironmentSecretStore(host.Variable), new FileSecretStore(host.Variable)],
        };
        return new SecretStores(stores).FindAsync(name, cancel);
    }

    /// <summary>Nothing is stored where the environment is to have it.</summary>
    public async Task StoreAsync(SecretPlace place, string name, Secret secret, CancellationToken cancel)
    {
        if (place == SecretPlace.Keychain)
        {
            await new KeychainSecretStore(host.KeychainTool).StoreAsync(name, secret, cancel);
        }
        else if (place == SecretPlace.File)
        {
            PrivateFile.Write(FileOf(name)!, secret.WriteTo);
        }
    }

    /// <summary>What to say of a secret once all is written.</summary>
    public string Tell(SecretPlace place, SetupSecret secret) => place switch
    {
        SecretPlace.Keychain when secret.Fresh is not null =>
            $"{secret.Name} is stored in the keychain (account KAPPA).",
        SecretPlace.Keychain when secret.IsThere => $"{secret.Name} is in the keychain already.",
        SecretPlace.Keychain => $"{secret.Name} is not in the keychain yet; kappa setup stores it.",
        SecretPlace.File when secret.IsThere || secret.Fresh is not null =>
            $"{secret.Name} is in {FileOf(secret.Name)}, for its owner alone. Add this line to the shell's profile:\n"
            + $"           export {secret.Name}_FILE={ShellWord(FileOf(secret.Name)!)}",
        SecretPlace.File => $"{secret.Name} is in no file yet; kappa setup writes it.",
        _ when secret.IsThere => $"{secret.Name} is in the environment, and has to be there in every run.",
        _ => $"Set {secret.Name} in the environment of every run; it is not stored anywhere.",
    };

    /// <exception cref="KappaException">There is no home to have a folder in.</exception>
    private string FileOf(string name) => Path.Combine(
        ConfigLocator.UserFolder(surroundings) ?? throw new KappaException(
            "There is no folder for the secret: HOME is not set.", "Set HOME, or use --keystore environment."),
        name);

    private static string ShellWord(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}
