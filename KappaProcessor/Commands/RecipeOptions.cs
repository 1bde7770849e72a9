using Kappa.AutoPkg;
using Kappa.Configuration;

namespace Kappa.Commands;

/// <summary>What <c>kappa recipe</c> was asked for.</summary>
internal sealed record RecipeOptions
{
    /// <summary>Recipes' names, identifiers or files.</summary>
    public required IReadOnlyList<string> Recipes { get; init; }

    /// <summary>What is to stand in the Input.</summary>
    public StatedSettings Stated { get; init; } = new();

    /// <summary>An override instead of a child recipe.</summary>
    public bool AsOverride { get; init; }

    public string IdentifierPrefix { get; init; } = ChildRecipe.UsualPrefix;

    /// <summary>Null for the usual folder.</summary>
    public string? Output { get; init; }

    /// <summary>Instead of the folders that AutoPkg searches; none for those.</summary>
    public IReadOnlyList<string> SearchFolders { get; init; } = [];

    public bool Yaml { get; init; }

    /// <summary>Print what would be written.</summary>
    public bool DryRun { get; init; }
}
