namespace Kappa.Configuration;

/// <summary>
/// <c>recipe_map.json</c> or <c>package_map.json</c>: what each recipe, or package id, is in Kandji.
/// </summary>
internal sealed record MapFile(string Path, IReadOnlyList<MapEntry> Entries)
{
    public const string RecipeMapName = "recipe_map.json";

    public const string PackageMapName = "package_map.json";

    /// <param name="text">The file's content.</param>
    /// <param name="path">Its full path, for messages.</param>
    /// <param name="problems">Gets whatever is wrong with a value, in any entry.</param>
    /// <exception cref="KappaException">The text is no JSON object.</exception>
    public static MapFile Parse(string text, string path, SettingsProblems problems)
    {
        var entries = UntypedJson.ParseObject(text, path).Entries
            .Where(entry => !UnknownKeys.IsRemark(entry.Key))
            .Select(entry => ParseEntry(entry, path, problems));
        return new MapFile(path, [.. entries.OfType<MapEntry>()]);
    }

    private static MapEntry? ParseEntry(
        KeyValuePair<string, UntypedValue> entry, string path, SettingsProblems problems)
    {
        var (key, value) = entry;
        if (value is not UntypedValue.Dict settings)
        {
            problems.Add(new SettingProblem(
                path,
                $"\"{key}\" (line {value.Line})",
                $"is {value.Describe()}, not a dictionary",
                "Write { \"prod_name\": \"…\" }, or the other keys that the README lists."));
            return null;
        }

        var rules = new ReadingRules(path) { Prefix = $"\"{key}\": " };
        var reader = new SettingReader(settings, rules, problems);
        var stated = StatedSettingsReader.Read(reader);
        return new MapEntry(key, path, stated, reader.Notes);
    }
}
