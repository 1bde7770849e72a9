using System.Collections.Frozen;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox.Api;

/// <summary>
/// Fields checked and worded as Django REST framework does; what is wrong gathers in <see cref="Errors"/>.
/// A field that is absent keeps the value that it has, if <paramref name="partial"/> or not required.
/// </summary>
internal sealed class FieldReader(IReadOnlyDictionary<string, JToken> fields, bool partial)
{
    private const string Required = "This field is required.";
    private const string Null = "This field may not be null.";

    private static readonly FrozenSet<string> True =
        ["t", "T", "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON", "1"];

    private static readonly FrozenSet<string> False =
        ["f", "F", "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF", "0"];

    public JObject Errors { get; } = [];

    /// <summary>Text that must be given and must not be empty.</summary>
    public bool Has(string name) => fields.ContainsKey(name);

    public string RequiredText(string name, string kept, int longest = int.MaxValue)
    {
        if (!Requires(name))
        {
            return kept;
        }

        return Text(name, kept) switch
        {
            _ when Errors.ContainsKey(name) => kept,
            var text when string.IsNullOrWhiteSpace(text) => Fail(name, "This field may not be blank.", kept),
            { Length: var length } when length > longest =>
                Fail(name, $"Ensure this field has no more than {longest} characters.", kept),
            var text => text,
        };
    }

    /// <summary>Text that may be left out, and may be empty.</summary>
    public string Text(string name, string kept) => fields.GetValueOrDefault(name) switch
    {
        null => kept,
        { Type: JTokenType.String or JTokenType.Integer or JTokenType.Float } text => text.ToString(),
        { Type: JTokenType.Null } => Fail(name, Null, kept),
        _ => Fail(name, "Not a valid string.", kept),
    };

    public string Choice(string name, string kept, IReadOnlyList<string> choices)
    {
        if (!Requires(name))
        {
            return kept;
        }

        return fields[name] switch
        {
            { Type: JTokenType.Null } => Fail(name, Null, kept),
            var word when choices.Contains(word.ToString()) => word.ToString(),
            var word => Fail(name, $"\"{word}\" is not a valid choice.", kept),
        };
    }

    public bool Flag(string name, bool kept) => fields.GetValueOrDefault(name) switch
    {
        null => kept,
        { Type: JTokenType.Boolean } flag => (bool)flag,
        { Type: JTokenType.Null } => Fail(name, Null, kept),
        var word when True.Contains(word.ToString()) => true,
        var word when False.Contains(word.ToString()) => false,
        _ => Fail(name, "Must be a valid boolean.", kept),
    };

    /// <summary>The id of something that exists; null and empty text mean none.</summary>
    public string? Reference(string name, string? kept, Func<string, bool> exists) =>
        fields.GetValueOrDefault(name) switch
        {
            null => kept,
            { Type: JTokenType.Null } => null,
            var id when id.ToString().Length == 0 => null,
            var id when !Guid.TryParse(id.ToString(), out _) => Fail(name, "Must be a valid UUID.", kept),
            var id when !exists(id.ToString()) =>
                Fail(name, $"Invalid pk \"{id}\" - object does not exist.", kept),
            var id => id.ToString(),
        };

    /// <summary>A rule that needs more than one field.</summary>
    public void Require(string name, bool given)
    {
        if (!given && !Errors.ContainsKey(name))
        {
            Fail(name, Required, 0);
        }
    }

    public T Fail<T>(string name, string why, T kept)
    {
        Errors[name] = new JArray(why);
        return kept;
    }

    private bool Requires(string name)
    {
        if (fields.ContainsKey(name))
        {
            return true;
        }

        Require(name, partial);
        return false;
    }
}
