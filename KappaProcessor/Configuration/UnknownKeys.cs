namespace Kappa.Configuration;

/// <summary>Finds keys that nobody reads, mostly typing errors, and sections that are no sections.</summary>
internal static class UnknownKeys
{
    /// <summary>
    /// An unknown key is a warning. A source with <see cref="ReadingRules.Loose"/> has keys of others at its
    /// top level, so that only our dictionaries are looked into.
    /// </summary>
    public static void Check(SettingReader reader, IEnumerable<SettingKey> keys) =>
        Check(reader, reader.Source, "", [.. keys.SelectMany(key => key.Paths)]);

    private static void Check(
        SettingReader reader, UntypedValue.Dict level, string prefix, IReadOnlyList<string> known)
    {
        foreach (var (name, value) in level.Entries.Where(entry => !IsRemark(entry.Key)))
        {
            var path = prefix + name;
            if (Below(path, known).Any())
            {
                CheckSection(reader, value, path, known);
            }
            else if (!known.Contains(path) && (prefix.Length > 0 || !reader.Rules.Loose))
            {
                var nearest = NearestWord.FindPath(path, Levels(known));
                reader.Warn(path + AtLine(value), $"is unknown and ignored; the nearest known is {nearest}");
            }
        }
    }

    private static void CheckSection(
        SettingReader reader, UntypedValue value, string path, IReadOnlyList<string> known)
    {
        if (value is UntypedValue.Dict section)
        {
            Check(reader, section, $"{path}.", known);
        }
        else if (!value.IsEmpty)
        {
            reader.Complain(
                path + AtLine(value),
                $"is {value.Describe()}, not a dictionary",
                $"Make it a dictionary of {string.Join(", ", Below(path, known))}.");
        }
    }

    /// <summary>
    /// JSON knew no comments, so people wrote <c>"_why": "…"</c>; <c>$schema</c> is for editors.
    /// </summary>
    public static bool IsRemark(string name) =>
        name.StartsWith('_') || name.StartsWith('$') || name.StartsWith("//", StringComparison.Ordinal);

    private static string AtLine(UntypedValue value) => value.Line is { } line ? $" (line {line})" : "";

    /// <summary>What may stand in a section, without its name.</summary>
    private static IEnumerable<string> Below(string section, IReadOnlyList<string> known) => known
        .Where(path => path.StartsWith($"{section}.", StringComparison.Ordinal))
        .Select(path => path[(section.Length + 1)..]);

    /// <summary>All paths, and the sections they are in.</summary>
    private static IEnumerable<string> Levels(IReadOnlyList<string> known) => known
        .SelectMany(path => path.Select((letter, at) => letter == '.' ? path[..at] : path))
        .Distinct();
}
