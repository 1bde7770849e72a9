using Kappa.Secrets;

namespace Kappa.Checking;

/// <summary>What was found where a secret may be.</summary>
/// <param name="Name">What it is stored under.</param>
internal sealed record CheckedSecret(string Name)
{
    public LocatedSecret? Found { get; init; }

    /// <summary>Why it cannot be used, or looked for.</summary>
    public KappaException? Fault { get; init; }

    /// <summary>A variable of that name is there, and holds nothing.</summary>
    public bool IsBlank { get; init; }

    /// <summary>The file that holds it, when other users may read that.</summary>
    public string? ExposedFile { get; init; }
}
