namespace Kappa.Sandbox.Wire;

/// <summary>application/x-www-form-urlencoded, in a query or in a body.</summary>
internal static class FormText
{
    /// <summary>The last value of each name counts, as in Django's QueryDict.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var halves = pair.Split('=', 2);
            values[Decode(halves[0])] = halves.Length == 2 ? Decode(halves[1]) : "";
        }

        return values;
    }

    private static string Decode(string text) =>
        Uri.UnescapeDataString(text.Replace('+', ' '));
}
