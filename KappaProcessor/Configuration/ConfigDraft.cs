using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Configuration;

/// <summary>
/// A <c>config.json</c> on its way to the disk. What is in it and was not asked about stays as it is. Immutable.
/// </summary>
internal sealed class ConfigDraft
{
    private const string SchemaKey = "$schema";

    private readonly JObject json;

    private ConfigDraft(JObject json) => this.json = json;

    public static ConfigDraft Empty { get; } = new([]);

    /// <summary>With an end of line.</summary>
    public string Text => json.ToString(Formatting.Indented) + "\n";

    /// <exception cref="KappaException">The text is no JSON object; with line and column.</exception>
    public static ConfigDraft Parse(string text, string path)
    {
        _ = UntypedJson.ParseObject(text, path);
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return new ConfigDraft(JObject.Load(reader));
    }

    /// <summary>Why <see cref="ConfigFile"/>, or a run, would not take that value; null when it does.</summary>
    public static Objection? Check(SettingKey key, string answer)
    {
        if (string.IsNullOrWhiteSpace(answer))
        {
            return new Objection("is blank", "Give it a value.");
        }

        var problems = new SettingsProblems();
        _ = ConfigFile.Parse(Empty.With(key, answer).Text, ConfigFile.Name, problems);
        return problems.All.Select(problem => new Objection(problem.Fault, problem.Remedy)).FirstOrDefault()
            ?? CheckFurther(key, answer.Trim());
    }

    /// <summary>The value as somebody would type it; null when there is none, or none that can be typed.</summary>
    public string? Shown(SettingKey key) => Places(key)
        .Select(place => place switch
        {
            { Type: JTokenType.String } => (string?)place,
            { Type: JTokenType.Boolean } => (bool)place ? "true" : "false",
            { Type: JTokenType.Integer } => ((long)place).ToString(CultureInfo.InvariantCulture),
            _ => null,
        })
        .FirstOrDefault(text => !string.IsNullOrEmpty(text));

    /// <summary>The value, if it is one that would be taken.</summary>
    public string? Usable(SettingKey key) =>
        Shown(key) is { } text && Check(key, text) is null ? text : null;

    /// <summary>
    /// With that value where the setting stands already, under an older name for example, or else at its own place.
    /// </summary>
    public ConfigDraft With(SettingKey key, string answer)
    {
        var copy = (JObject)json.DeepClone();
        var paths = key.Paths.Where(path => copy.SelectToken(path) is not null).DefaultIfEmpty(key.Name).ToList();
        foreach (var other in paths.Skip(1))
        {
            copy.SelectToken(other)!.Parent!.Remove();
        }

        Section(copy, paths[0])[Leaf(paths[0])] = Value(key, answer.Trim());
        return new ConfigDraft(copy);
    }

    /// <summary>With all that the other one has, under today's names.</summary>
    /// <param name="other">An older configuration.</param>
    /// <param name="path">Where that is, for messages and for paths relative to it.</param>
    public (ConfigDraft Draft, IReadOnlyList<Note> Notes) Taking(ConfigDraft other, string path)
    {
        var draft = this;
        var notes = new List<Note>();
        foreach (var key in ConfigKeys.All)
        {
            if (other.Shown(key) is not { } text)
            {
                continue;
            }

            var value = key == ConfigKeys.AuditScript ? Path.Combine(Path.GetDirectoryName(path) ?? "", text) : text;
            if (Check(key, value) is { } objection)
            {
                notes.Add(Note.Warning($"{path}: {key} {objection.Fault}, and is not taken over."));
            }
            else
            {
                draft = draft.With(key, value);
            }
        }

        return (draft, notes);
    }

    /// <summary>With the schema's address for editors, unless there is one.</summary>
    public ConfigDraft WithSchema(string address)
    {
        if (json.ContainsKey(SchemaKey))
        {
            return this;
        }

        var copy = (JObject)json.DeepClone();
        copy.AddFirst(new JProperty(SchemaKey, address));
        return new ConfigDraft(copy);
    }

    public bool IsSameAs(ConfigDraft other) => JToken.DeepEquals(json, other.json);

    /// <summary>Comments, which JSON has no place for, do not outlive a change.</summary>
    public static bool HasComments(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonToken.Comment)
                {
                    return true;
                }
            }
        }
        catch (JsonReaderException)
        {
            return false; // no JSON at all
        }

        return false;
    }

    private static Objection? CheckFurther(SettingKey key, string answer) =>
        key == ConfigKeys.ApiUrl ? AddressResolver.Check(answer)
        : key == ConfigKeys.NewAppNaming ? AppNameRule.Check(answer)
        : null;

    private IEnumerable<JToken> Places(SettingKey key) =>
        key.Paths.Select(path => json.SelectToken(path)).OfType<JToken>();

    private static JToken Value(SettingKey key, string answer) => key.Type switch
    {
        SettingType.Flag when TruthWord.TryParse(answer) is { } flag => flag,
        SettingType.Whole when long.TryParse(
            answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => answer,
    };

    /// <summary>The object that the path's last name is in; made, if it is none.</summary>
    private static JObject Section(JObject root, string path)
    {
        var section = root;
        foreach (var name in path.Split('.').SkipLast(1))
        {
            if (section[name] is not JObject inner)
            {
                section[name] = inner = [];
            }

            section = inner;
        }

        return section;
    }

    private static string Leaf(string path) => path[(path.LastIndexOf('.') + 1)..];
}
