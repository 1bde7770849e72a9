namespace Kappa.Tenant.Models;

/// <summary>
/// How Kandji installs a Custom App: the word of KAPPA's configuration and the word of the API.
/// A word of the API that we do not know is kept as it is, in both places.
/// </summary>
internal sealed record Enforcement
{
    private Enforcement(string configWord, string apiWord)
    {
        ConfigWord = configWord;
        ApiWord = apiWord;
    }

    /// <summary>An audit script decides at every check-in.</summary>
    public static Enforcement AuditEnforce { get; } = new("audit_enforce", "continuously_enforce");

    /// <summary>Once on every Mac, at the next check-in.</summary>
    public static Enforcement InstallOnce { get; } = new("install_once", "install_once");

    /// <summary>When the user asks for it in Self Service.</summary>
    public static Enforcement SelfService { get; } = new("self_service", "no_enforcement");

    public static IReadOnlyList<Enforcement> All { get; } = [AuditEnforce, InstallOnce, SelfService];

    public string ConfigWord { get; }

    public string ApiWord { get; }

    /// <summary>
    /// What a configuration or recipe means, in either vocabulary and any case; null for any other word.
    /// </summary>
    public static Enforcement? TryParse(string? word) => All.FirstOrDefault(one =>
        string.Equals(one.ConfigWord, word?.Trim(), StringComparison.OrdinalIgnoreCase)
        || string.Equals(one.ApiWord, word?.Trim(), StringComparison.OrdinalIgnoreCase));

    public static Enforcement FromApi(string word) =>
        All.FirstOrDefault(one => one.ApiWord == word) ?? new Enforcement(word, word);

    public override string ToString() => ConfigWord;
}
