namespace Kappa.Configuration;

/// <summary>The process as configuration sees it; tests bring their own.</summary>
internal sealed record Surroundings(Func<string, string?> Environment, string ExecutableFolder, bool IsMacOS)
{
    /// <summary>The file named with <c>--config</c>; null when none is.</summary>
    public string? ConfigOption { get; init; }

    /// <summary>No recipe runs: what irupkg and kpkg were configured with counts as well.</summary>
    public bool SucceedsPackageTools { get; init; }

    /// <summary>The variable's value; null when it is unset or empty.</summary>
    public string? Variable(string name) => Environment(name) is { Length: > 0 } value ? value : null;

    public bool Has(string name) => Variable(name) is not null;
}
