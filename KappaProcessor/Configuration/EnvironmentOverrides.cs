namespace Kappa.Configuration;

/// <summary>What the process environment says; it wins over everything else.</summary>
internal sealed record EnvironmentOverrides
{
    public const string Place = "the process environment";

    public static EnvironmentOverrides None { get; } = new();

    public string? ApiUrl { get; init; }

    /// <summary>The variable that <see cref="ApiUrl"/> comes from.</summary>
    public string ApiUrlName { get; init; } = EnvironmentKeys.ApiUrl.Name;

    public bool EnvironmentKeystore { get; init; }

    public TimeSpan? ProcessingTimeout { get; init; }

    /// <summary>What irupkg calls the token, for where no file says it; null where it is not there.</summary>
    public string? TokenName { get; init; }

    public IReadOnlyList<Note> Notes { get; init; } = [];

    public static EnvironmentOverrides Read(Surroundings surroundings, SettingsProblems problems)
    {
        var urlName = EnvironmentKeys.ApiUrl.Paths.FirstOrDefault(name => surroundings.Has(name));
        var keystore = surroundings.Variable(EnvironmentKeys.EnvironmentKeystore.Name);
        return new EnvironmentOverrides
        {
            ApiUrl = urlName is null ? null : surroundings.Variable(urlName),
            ApiUrlName = urlName ?? EnvironmentKeys.ApiUrl.Name,
            EnvironmentKeystore = TruthWord.TryParse(keystore) ?? false,
            ProcessingTimeout = ReadTimeout(surroundings, problems),
            TokenName = Predecessors.FindTokenName(surroundings),
            Notes = keystore is not null && TruthWord.TryParse(keystore) is null
                ? [Note.Warning($"ENV_KEYSTORE is '{keystore}', neither true nor false, and is ignored.")]
                : [],
        };
    }

    private static TimeSpan? ReadTimeout(Surroundings surroundings, SettingsProblems problems)
    {
        var key = EnvironmentKeys.ProcessingTimeout;
        var values = new Dictionary<string, UntypedValue>();
        if (surroundings.Variable(key.Name) is { } text)
        {
            values.Add(key.Name, new UntypedValue.Text(text));
        }

        var reader = new SettingReader(new UntypedValue.Dict(values), new ReadingRules(Place), problems);
        return reader.Seconds(key, Defaults.LongestProcessingTimeout);
    }
}
