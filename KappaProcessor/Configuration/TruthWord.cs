namespace Kappa.Configuration;

/// <summary>The words that people and plists write for true and false.</summary>
internal static class TruthWord
{
    /// <summary>Null for a word that is neither.</summary>
    public static bool? TryParse(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "1" => true,
        "FALSE" or "NO" or "OFF" or "0" => false,
        _ => null,
    };
}
