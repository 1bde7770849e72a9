using Kappa.Tenant.Models;

namespace Kappa.Configuration;

/// <summary><c>config.json</c> as it was written; null where it is silent.</summary>
internal sealed record ConfigFile
{
    public const string Name = "config.json";

    /// <summary>For a run that has no file, only a process environment.</summary>
    public static ConfigFile None { get; } = new();

    /// <summary>Null when there is no file.</summary>
    public string? Path { get; init; }

    /// <summary>
    /// As written: a placeholder does not matter as long as the environment has the address.
    /// </summary>
    public string? ApiUrl { get; init; }

    public string? TokenName { get; init; }

    public TimeSpan? ProcessingTimeout { get; init; }

    public Enforcement? Enforcement { get; init; }

    public int? ProdDelayDays { get; init; }

    public int? TestDelayDays { get; init; }

    public DeadlinePolicy? Deadline { get; init; }

    public bool? SlackEnabled { get; init; }

    public string? SlackWebhookName { get; init; }

    public bool? EnvironmentKeystore { get; init; }

    public bool? KeychainKeystore { get; init; }

    public bool? UseRecipeMap { get; init; }

    public bool? UsePackageMap { get; init; }

    /// <summary>The full path of the administrator's audit script template.</summary>
    public string? AuditScript { get; init; }

    public bool? AutoCreate { get; init; }

    public bool? DryRun { get; init; }

    public bool? DynamicLookup { get; init; }

    public string? NewAppNaming { get; init; }

    public string? SelfServiceCategory { get; init; }

    public string? TestSelfServiceCategory { get; init; }

    public string? UnzipLocation { get; init; }

    public IReadOnlyList<Note> Notes { get; init; } = [];

    public bool Exists => Path is not null;

    /// <summary>What messages call it.</summary>
    public string Place => Path ?? Name;

    public int? DelayOf(AppVariant variant) => variant == AppVariant.Test ? TestDelayDays : ProdDelayDays;

    public string? CategoryOf(AppVariant variant) =>
        variant == AppVariant.Test ? TestSelfServiceCategory : SelfServiceCategory;

    /// <param name="text">The file's content.</param>
    /// <param name="path">Its full path, for messages and for paths relative to it.</param>
    /// <param name="problems">Gets whatever is wrong with a value.</param>
    /// <exception cref="KappaException">The text is no JSON object.</exception>
    public static ConfigFile Parse(string text, string path, SettingsProblems problems)
    {
        var reader = new SettingReader(UntypedJson.ParseObject(text, path), new ReadingRules(path), problems);
        UnknownKeys.Check(reader, ConfigKeys.All);
        return ReadDefaults(reader, ReadServices(reader)) with
        {
            Path = path,
            AuditScript = reader.Text(ConfigKeys.AuditScript) is { } script
                ? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path) ?? "", script)
                : null,
            Notes = reader.Notes,
        };
    }

    private static ConfigFile ReadServices(SettingReader reader) => new()
    {
        ApiUrl = reader.Text(ConfigKeys.ApiUrl),
        TokenName = ReadSecretName(reader, ConfigKeys.TokenName),
        ProcessingTimeout = reader.Seconds(ConfigKeys.ProcessingTimeout, Defaults.LongestProcessingTimeout),
        SlackEnabled = reader.Flag(ConfigKeys.SlackEnabled),
        SlackWebhookName = ReadSecretName(reader, ConfigKeys.SlackWebhookName),
        EnvironmentKeystore = reader.Flag(ConfigKeys.EnvironmentKeystore),
        KeychainKeystore = reader.Flag(ConfigKeys.KeychainKeystore),
        UseRecipeMap = reader.Flag(ConfigKeys.UseRecipeMap),
        UsePackageMap = reader.Flag(ConfigKeys.UsePackageMap),
    };

    private static ConfigFile ReadDefaults(SettingReader reader, ConfigFile services) => services with
    {
        Enforcement = Enforcement.TryParse(
            reader.Word(ConfigKeys.Enforcement, word => Enforcement.TryParse(word) is not null)),
        ProdDelayDays = reader.Whole(ConfigKeys.ProdDelay, Defaults.LongestDelayDays),
        TestDelayDays = reader.Whole(ConfigKeys.TestDelay, Defaults.LongestDelayDays),
        Deadline = DeadlinePolicies.TryParse(
            reader.Word(ConfigKeys.Deadline, word => DeadlinePolicies.TryParse(word) is not null)),
        AutoCreate = reader.Flag(ConfigKeys.AutoCreate),
        DryRun = reader.Flag(ConfigKeys.DryRun),
        DynamicLookup = reader.Flag(ConfigKeys.DynamicLookup),
        NewAppNaming = reader.Text(ConfigKeys.NewAppNaming),
        SelfServiceCategory = reader.Text(ConfigKeys.SelfServiceCategory),
        TestSelfServiceCategory = reader.Text(ConfigKeys.TestSelfServiceCategory),
        UnzipLocation = reader.AbsolutePath(ConfigKeys.UnzipLocation),
    };

    /// <summary>
    /// A token (a UUID at Kandji) or a webhook URL pasted here would end up in messages; it is not repeated.
    /// </summary>
    private static string? ReadSecretName(SettingReader reader, SettingKey key)
    {
        var name = reader.Text(key);
        if (name is null || !(SecretText.Resembles(name) || name.Contains("://", StringComparison.Ordinal)))
        {
            return name;
        }

        reader.Complain(
            key.Name,
            "holds a secret, not the name of one",
            "Remove it there, make a new secret, store that with 'kappa setup', and write its name here.");
        return null;
    }
}
