namespace Kappa.Checking;

/// <summary>Where the API token was found; never what it is.</summary>
/// <param name="Token">Null when nobody could say where to look.</param>
/// <param name="Obstacle">Why it was not looked for, or could not be.</param>
internal sealed record TokenCheck(CheckedSecret? Token, string? Obstacle) : ICheck
{
    private const string Name = "Token";

    public IEnumerable<Finding> Judge() => Token switch
    {
        { Found: { } found } => [Exposed(Token) ?? Finding.Ok(Name, $"{Token.Name}, from {found.Place}")],
        _ when Obstacle is not null => [Finding.Skipped(Name, Obstacle)],
        { IsBlank: true, Fault: { } fault } => [Finding.Failed(
            Name, $"The variable {Token.Name} is there, but holds nothing. {fault.What}", fault.Remedy)],
        { Fault: { } fault } => [Finding.Failed(Name, fault)],
        _ => [Finding.Skipped(Name, "nobody says where to look")],
    };

    /// <summary>A warning when the secret comes from a file that others may read.</summary>
    public static Finding? Exposed(CheckedSecret secret) =>
        secret is { ExposedFile: { } path, Found.Place: var place } && place.StartsWith(path, StringComparison.Ordinal)
            ? Finding.Warning(
                Name, $"{secret.Name} is in {path}, which other users of this machine can read.",
                $"Run: chmod 600 {path}")
            : null;
}
