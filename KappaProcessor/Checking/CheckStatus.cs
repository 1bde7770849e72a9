namespace Kappa.Checking;

/// <summary>What a check has come to.</summary>
internal enum CheckStatus
{
    Ok,

    /// <summary>A run would fail.</summary>
    Failed,

    /// <summary>A run would go on, but not as somebody may expect.</summary>
    Warning,

    /// <summary>Not looked at, for a reason that is told.</summary>
    Skipped,
}
