namespace Kappa.Configuration;

/// <summary>How to take the values of one source, and what to call it in messages.</summary>
internal sealed record ReadingRules(string Place)
{
    /// <summary>What messages put before a key: <c>GoogleChrome.pkg: </c>.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>
    /// AutoPkg's values: numbers and booleans may be texts and the other way round, since <c>%VAR%</c> makes
    /// texts and YAML makes numbers; variables of other processors lie around.
    /// </summary>
    public bool Loose { get; init; }

    /// <summary>Why a text is refused whatever its setting wants; null when it is not.</summary>
    public Func<SettingKey, string, Objection?> Objection { get; init; } = (_, _) => null;
}
