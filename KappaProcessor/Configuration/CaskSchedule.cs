namespace Kappa.Configuration;

/// <summary>
/// <c>brew_cron.json</c>: which casks are uploaded every so many hours. The keys of <c>kpkg</c> and
/// <c>irupkg</c>, and <c>cask_settings</c>, which they leave alone.
/// </summary>
internal sealed record CaskSchedule(string Path, int EveryHours, IReadOnlyList<ScheduledCask> Casks)
{
    public const string FileName = "brew_cron.json";

    /// <summary>A week, as with the older tools.</summary>
    public const int LongestHours = 168;

    public const int DefaultHours = 8;

    /// <summary>What is odd in the file, and ignored.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <param name="text">The file's content.</param>
    /// <param name="path">Its full path, for messages.</param>
    /// <param name="problems">Gets whatever is wrong with a value.</param>
    /// <exception cref="KappaException">The text is no JSON object.</exception>
    public static CaskSchedule Parse(string text, string path, SettingsProblems problems)
    {
        var file = UntypedJson.ParseObject(text, path);
        var reader = new SettingReader(file, new ReadingRules(path), problems);
        UnknownKeys.Check(reader, CaskScheduleKeys.All);
        var settings = Settings(file, reader);
        var casks = (reader.Texts(CaskScheduleKeys.Casks) ?? [])
            .Select(name => (Name: name, Token: CaskToken.TryParse(name)))
            .ToList();
        foreach (var (name, _) in casks.Where(cask => cask.Token is null))
        {
            reader.Complain(
                CaskScheduleKeys.Casks.Name,
                $"has '{name}', which is not the name of a cask",
                "Write it as brew has it.");
        }

        return new CaskSchedule(
            path,
            Hours(reader) ?? DefaultHours,
            [
                .. casks.Select(cask => cask.Token).OfType<CaskToken>().Distinct()
                    .Select(token => ReadCask(token, settings, path, problems)),
            ])
        {
            Notes = reader.Notes,
        };
    }

    private static int? Hours(SettingReader reader)
    {
        var hours = reader.Whole(CaskScheduleKeys.EveryHours, LongestHours);
        if (hours == 0)
        {
            reader.Complain(CaskScheduleKeys.EveryHours.Name, "is 0", $"Write whole hours, 1 to {LongestHours}.");
        }

        return hours;
    }

    private static UntypedValue.Dict Settings(UntypedValue.Dict file, SettingReader reader)
    {
        var none = new UntypedValue.Dict(new Dictionary<string, UntypedValue>());
        var found = file.At(CaskScheduleKeys.Settings.Name);
        if (found is null or { IsEmpty: true } or UntypedValue.Dict)
        {
            return found as UntypedValue.Dict ?? none;
        }

        reader.Complain(
            CaskScheduleKeys.Settings.Name,
            $"is {found.Describe()}, not a dictionary",
            "Write { \"CASK\": { \"prod_name\": \"…\" } }.");
        return none;
    }

    private static ScheduledCask ReadCask(
        CaskToken token, UntypedValue.Dict settings, string path, SettingsProblems problems)
    {
        switch (settings.Entries.GetValueOrDefault(token.Text))
        {
            case null:
                return new ScheduledCask(token, new StatedSettings(), []);
            case UntypedValue.Dict stated:
                var rules = new ReadingRules(path) { Prefix = $"\"{token}\": " };
                var reader = new SettingReader(stated, rules, problems);
                return new ScheduledCask(token, StatedSettingsReader.Read(reader), reader.Notes);
            case var other:
                problems.Add(new SettingProblem(
                    path,
                    $"{CaskScheduleKeys.Settings}.{token}",
                    $"is {other.Describe()}, not a dictionary",
                    "Write { \"prod_name\": \"…\" }, or the other keys that the README lists."));
                return new ScheduledCask(token, new StatedSettings(), []);
        }
    }
}
