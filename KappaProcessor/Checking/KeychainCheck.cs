namespace Kappa.Checking;

/// <summary>The macOS keychain, where it is to hold secrets.</summary>
/// <param name="IsWanted">The configuration says so.</param>
/// <param name="IsMac">There is one.</param>
internal sealed record KeychainCheck(bool IsWanted, bool IsMac) : ICheck
{
    private const string Name = "Keychain";

    /// <summary>It is locked, or away.</summary>
    public KappaException? Fault { get; init; }

    public IEnumerable<Finding> Judge() => this switch
    {
        { IsWanted: false } => [Finding.Skipped(Name, "token_keystore.keychain is not on")],
        { IsMac: false } => [Finding.Warning(
            Name,
            "token_keystore.keychain is true, but only a Mac has a keychain; it is ignored here.",
            "Set it to false, and keep the token in the environment or in a file.")],
        { Fault: { } fault } => [Finding.Failed(Name, fault)],
        _ => [Finding.Ok(Name, "unlocked")],
    };
}
