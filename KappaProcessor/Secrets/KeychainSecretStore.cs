namespace Kappa.Secrets;

/// <summary>
/// The macOS keychain through <c>security</c>: generic passwords with the secret's name as their service.
/// </summary>
internal sealed class KeychainSecretStore(ExternalTool security) : ISecretStore
{
    public const string ToolPath = "/usr/bin/security";

    /// <summary>Kappa's own, and those of the tools before it.</summary>
    private static readonly string[] Accounts = ["KAPPA", "irupkg", "kpkg"];

    // security ends with the last eight bits of a Security framework result (SecBase.h): 44 is -25300.
    private const int ItemNotFound = 44;
    private const int InteractionNotAllowed = 36;
    private const int AuthenticationFailed = 51;
    private const int Canceled = 128;

    public string Place => "the macOS keychain (accounts KAPPA, irupkg, kpkg)";

    public async Task<Secret?> FindAsync(string name, CancellationToken cancel) =>
        (await LocateAsync(name, cancel))?.Secret;

    public async Task<LocatedSecret?> LocateAsync(string name, CancellationToken cancel)
    {
        foreach (var account in Accounts)
        {
            if (await FindAsync(name, account, cancel) is { } secret)
            {
                return new LocatedSecret(secret, $"the macOS keychain (account {account})");
            }
        }

        return null;
    }

    /// <summary>Asks for the default keychain's settings, which it tells only when it is unlocked.</summary>
    /// <exception cref="KappaException">It is locked, or there is none.</exception>
    public async Task RequireUnlockedAsync(CancellationToken cancel)
    {
        var result = await security.RunAsync(["show-keychain-info"], cancel);
        if (!result.Succeeded)
        {
            throw Failed("The default keychain cannot be used", result);
        }
    }

    /// <summary>
    /// Stores the secret, or replaces it. It goes to <c>security -i</c> on standard input, never as an
    /// argument.
    /// </summary>
    public async Task StoreAsync(string name, Secret secret, CancellationToken cancel)
    {
        if (secret.IsEmpty || !secret.IsSendable)
        {
            throw new KappaException(
                $"The value for {name} is empty, or has a space or a character that is not plain ASCII.",
                "Copy it again, without line breaks.");
        }

        // -T: security itself may read the item later without asking the user.
        var line = $"add-generic-password -U -a {Quoted(Accounts[0])} -s {Quoted(name)} "
            + $"-T {Quoted(ToolPath)} -w {Quoted(secret.Reveal())}\n";
        var result = await security.RunAsync(["-i"], line, cancel);

        // The exit code of security -i does not tell of every command that failed.
        var stored = result.Succeeded ? await FindAsync(name, Accounts[0], cancel) : null;
        if (stored is null || !stored.IsSameAs(secret))
        {
            throw Failed($"{name} could not be stored", result);
        }
    }

    private async Task<Secret?> FindAsync(string name, string account, CancellationToken cancel)
    {
        string[] arguments = ["find-generic-password", "-w", "-s", name, "-a", account];
        var result = await security.RunAsync(arguments, cancel);
        return result.ExitCode switch
        {
            0 => new Secret(result.Output).Trimmed(),
            ItemNotFound => null,
            _ => throw Failed($"{name} (account {account}) could not be read", result),
        };
    }

    // The interactive mode splits a line at white space; within double quotes a backslash takes the next
    // character as it is (split_line in security.c of Apple's SecurityTool).
    private static string Quoted(string text)
    {
        if (text.Any(char.IsControl))
        {
            throw new KappaException("The name of a secret has a control character.", "Use a plain name.");
        }

        var escaped = text
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }

    private static KappaException Failed(string what, ToolResult result)
    {
        var complaint = result.Complaint.Length > 0 ? $" ({result.Complaint})" : "";
        return new KappaException(
            $"{what}: the macOS keychain said {result.ExitCode}{complaint}.",
            result.ExitCode switch
            {
                InteractionNotAllowed => "The keychain is locked and nobody is there to unlock it: log in on "
                    + "the Mac, or run 'security unlock-keychain' first.",
                AuthenticationFailed or Canceled => "Access was denied: run again and choose Always Allow, "
                    + "or unlock the keychain with 'security unlock-keychain'.",
                _ => "Look at the item in Keychain Access, or store it again with 'kappa setup'.",
            });
    }
}
