namespace Kappa.Configuration;

/// <summary>
/// One wrong setting. <paramref name="Fault"/> continues the key: "is 'maybe', which is …", without full
/// stop.
/// </summary>
internal sealed record SettingProblem(string Place, string Key, string Fault, string Remedy)
{
    /// <summary>The sentence without its place.</summary>
    public string Sentence => $"{Key} {Fault}.";
}
