using System.Globalization;

namespace Kappa.Configuration;

/// <summary>A value as a plist or a JSON file holds it, before anybody has decided what it means.</summary>
internal abstract record UntypedValue
{
    private const int LongestShown = 80;

    /// <summary>The line of the file it stands on; null when it comes from no text file.</summary>
    public int? Line { get; init; }

    internal sealed record Text(string Value) : UntypedValue;

    internal sealed record Flag(bool Value) : UntypedValue;

    internal sealed record Whole(long Value) : UntypedValue;

    internal sealed record Real(double Value) : UntypedValue
    {
        /// <summary>YAML reads <c>version: 1.0</c> as a number; its text is "1.0", not "1".</summary>
        public string AsText => IsWhole
            ? Value.ToString("0.0", CultureInfo.InvariantCulture)
            : Value.ToString("R", CultureInfo.InvariantCulture);

        /// <summary>Without a fraction, and small enough for a double to know that.</summary>
        public bool IsWhole => Value == Math.Floor(Value) && Math.Abs(Value) < 1e15;
    }

    internal sealed record List(IReadOnlyList<UntypedValue> Items) : UntypedValue;

    internal sealed record Dict(IReadOnlyDictionary<string, UntypedValue> Entries) : UntypedValue
    {
        /// <summary>
        /// What stands at a path with dots, <c>li_enforcement.delays.prod</c>; null when nothing does.
        /// </summary>
        public UntypedValue? At(string path)
        {
            var names = path.Split('.');
            var value = Entries.GetValueOrDefault(names[0]);
            foreach (var name in names.Skip(1))
            {
                value = (value as Dict)?.Entries.GetValueOrDefault(name);
            }

            return value;
        }
    }

    /// <summary>What no setting can be; <paramref name="Kind"/> says so in words: "a date".</summary>
    internal sealed record Other(string Kind) : UntypedValue;

    public static UntypedValue Nothing { get; } = new Text("");

    /// <summary>
    /// There, but saying nothing: a recipe leaves an Input out with an empty text, JSON with null.
    /// </summary>
    public bool IsEmpty => this is Text { Value.Length: 0 };

    /// <summary>How a message shows it: <c>'maybe'</c>, <c>7</c>, <c>an array</c>.</summary>
    public string Describe() => this switch
    {
        Text text when SecretText.Resembles(text.Value) => "what looks like a secret",
        Text { Value.Length: > LongestShown } text => $"'{text.Value[..LongestShown]}…'",
        Text text => $"'{text.Value}'",
        Flag flag => flag.Value ? "true" : "false",
        Whole whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        Real real => real.AsText,
        List => "an array",
        Dict => "a dictionary",
        Other other => other.Kind,
        _ => throw new System.Diagnostics.UnreachableException($"No words for {GetType().Name}."),
    };
}
