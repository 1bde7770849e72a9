using System.Globalization;

namespace Kappa.Configuration;

/// <summary>
/// Takes typed settings out of untyped values. A setting that is left out, or empty, is null; one that is
/// there and wrong is null as well, and a problem.
/// </summary>
internal sealed class SettingReader(UntypedValue.Dict source, ReadingRules rules, SettingsProblems problems)
{
    private readonly List<Note> notes = [];

    /// <summary>What is odd, and ignored.</summary>
    public IReadOnlyList<Note> Notes => notes;

    public UntypedValue.Dict Source => source;

    public ReadingRules Rules => rules;

    public string? Text(SettingKey key)
    {
        var found = Find(key);
        var text = found?.Value switch
        {
            UntypedValue.Text itself => itself.Value,
            UntypedValue.Whole number when rules.Loose => number.Describe(),
            UntypedValue.Real number when rules.Loose => number.AsText,
            _ => null,
        };
        ComplainUnless(text is not null, found, "not a text", "Write a text; a number needs quotes.");
        return text;
    }

    public bool? Flag(SettingKey key)
    {
        var found = Find(key);
        var flag = found?.Value switch
        {
            UntypedValue.Flag itself => (bool?)itself.Value,
            UntypedValue.Whole { Value: 0 or 1 } number when rules.Loose => number.Value == 1,
            UntypedValue.Text word when rules.Loose => TruthWord.TryParse(word.Value),
            _ => null,
        };
        ComplainUnless(flag is not null, found, "which is neither true nor false", "Write true or false.");
        return flag;
    }

    /// <summary>A whole number of 0 to <paramref name="largest"/>, also as a text of digits.</summary>
    public int? Whole(SettingKey key, int largest)
    {
        var found = Find(key);
        var number = ToWhole(found?.Value);
        var isRight = number >= 0 && number <= largest;
        var wanted = $"a whole number of 0 to {largest}";
        ComplainUnless(isRight, found, $"not {wanted}", $"Write {wanted}.");
        return isRight ? (int?)number : null;
    }

    public TimeSpan? Seconds(SettingKey key, TimeSpan largest) =>
        Whole(key, (int)largest.TotalSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>An array of texts, or one text with commas between; in order, each once.</summary>
    public IReadOnlyList<string>? Texts(SettingKey key)
    {
        var found = Find(key);
        var texts = found?.Value switch
        {
            UntypedValue.Text text => text.Value.Split(','),
            UntypedValue.List list when list.Items.All(item => item is UntypedValue.Text) =>
                list.Items.Cast<UntypedValue.Text>().Select(item => item.Value),
            _ => null,
        };
        ComplainUnless(
            texts is not null, found, "not an array of texts", "Write texts, in an array or with commas.");
        return texts?.Select(text => text.Trim()).Where(text => text.Length > 0).Distinct().ToList();
    }

    /// <summary>A path on the Mac, which the recipe's folder has nothing to do with.</summary>
    public string? AbsolutePath(SettingKey key)
    {
        var found = Find(key);
        var path = found?.Value is UntypedValue.Text { Value: ['/', ..] } text ? text.Value : null;
        ComplainUnless(path is not null, found, "not an absolute path", "Start it with a slash.");
        return path;
    }

    public ScriptSource? Script(SettingKey key) => Text(key) is { } value ? ScriptSource.Parse(value) : null;

    /// <summary>One of the key's words.</summary>
    public string? Word(SettingKey key, Predicate<string> isKnown)
    {
        var found = Find(key);
        var word = found?.Value is UntypedValue.Text text && isKnown(text.Value) ? text.Value : null;
        ComplainUnless(word is not null, found, "which is not known", $"Use {Words.OneOf(key.Words)}.");
        return word;
    }

    /// <summary>Adds what the caller found out about a setting.</summary>
    public void Complain(string path, string fault, string remedy) =>
        problems.Add(new SettingProblem(rules.Place, rules.Prefix + path, fault, remedy));

    /// <summary>Like <see cref="Complain"/>, for what does not stop the run.</summary>
    public void Warn(string path, string fault) =>
        notes.Add(Note.Warning($"{rules.Place}: {rules.Prefix}{path} {fault}."));

    private void ComplainUnless(bool isRight, Found? found, string fault, string remedy)
    {
        if (found is not null && !isRight)
        {
            Complain(found.Label, $"is {found.Value.Describe()}, {fault}", remedy);
        }
    }

    private Found? Find(SettingKey key)
    {
        var found = key.Paths.Select(path => (Path: path, Value: source.At(path)))
            .Where(place => place.Value is { IsEmpty: false })
            .Select(place => new Found(place.Path, place.Value!))
            .ToList();
        if (!rules.Loose && found.Select(one => one.Value.Describe()).Distinct().Count() > 1)
        {
            var (one, other) = (found[0], found[1]);
            Complain(
                one.Label,
                $"is {one.Value.Describe()}, but {other.Label}, its other name, is {other.Value.Describe()}",
                "Keep one of them.");
        }

        return found.Count == 0 || Refuses(key, found[0]) ? null : found[0];
    }

    private bool Refuses(SettingKey key, Found found)
    {
        var objection = Texts(found.Value)
            .Select(text => Check(key, text))
            .FirstOrDefault(objection => objection is not null);
        if (objection is not null)
        {
            Complain(found.Label, objection.Fault, objection.Remedy);
        }

        return objection is not null;
    }

    private Objection? Check(SettingKey key, string text) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) =>
            new Objection("holds nothing but spaces", "Write a text, or leave it out."),
        _ when text.Contains('\0', StringComparison.Ordinal) =>
            new Objection("holds a NUL character", "Remove it; no path, name or script can have one."),
        _ => rules.Objection(key, text),
    };

    private static IEnumerable<string> Texts(UntypedValue value) => value switch
    {
        UntypedValue.Text text => [text.Value],
        UntypedValue.List list => list.Items.OfType<UntypedValue.Text>().Where(item => !item.IsEmpty)
            .Select(item => item.Value),
        _ => [],
    };

    private static long? ToWhole(UntypedValue? value) => value switch
    {
        UntypedValue.Whole whole => whole.Value,
        UntypedValue.Real { IsWhole: true } real => (long)real.Value,
        UntypedValue.Text text when long.TryParse(
            text.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>
    /// A value and the path it was found at, which an alias makes another than the key's name.
    /// </summary>
    private sealed record Found(string Path, UntypedValue Value)
    {
        public string Label => Value.Line is { } line ? $"{Path} (line {line})" : Path;
    }
}
