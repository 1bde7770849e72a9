using System.Text.RegularExpressions;
using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>
/// Finds <c>%NAME%</c> that AutoPkg could not fill in. It leaves the whole text as it is when a single name
/// in it is unknown (autopkglib, <c>update_data</c>), so the culprits are those that the environment does not
/// have.
/// </summary>
internal sealed partial class UnresolvedNames(IReadOnlyDictionary<string, UntypedValue> environment)
{
    public Objection? Check(SettingKey key, string text)
    {
        // A script's own percent signs are its business: date +%H%M%S.
        if (key.Type == SettingType.Script && ScriptSource.IsInline(text))
        {
            return null;
        }

        var names = KeyReferences.In(text)
            .Where(name => key.Type != SettingType.Path || !PercentEncodedByte().IsMatch(name))
            .Distinct()
            .ToList();
        if (names.Count == 0)
        {
            return null;
        }

        var unknown = names.Where(name => !environment.ContainsKey(name)).ToList();
        return unknown.Count > 0 ? Unknown(text, unknown) : KnownTooLate(text, names);
    }

    private static Objection Unknown(string text, List<string> names) => new(
        $"is '{text}', and AutoPkg knows no {string.Join(" and no ", names)}",
        $"Set {string.Join(" and ", names)} in the recipe's Input, or before this step.");

    /// <summary>
    /// AutoPkg fills in the Input before the first processor runs, so an Input cannot use a processor's
    /// result.
    /// </summary>
    private static Objection KnownTooLate(string text, List<string> names) => new(
        $"is '{text}', and AutoPkg did not know {string.Join(" and ", names)} yet when it read that",
        "Move the value from the Input to the Arguments of this step.");

    /// <summary>Downloads keep the URL's escapes in their names: <c>Caf%C3%A9.pkg</c>.</summary>
    [GeneratedRegex("^[a-fA-F][0-9a-fA-F]$", RegexOptions.CultureInvariant)]
    private static partial Regex PercentEncodedByte();
}
