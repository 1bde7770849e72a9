namespace Kappa.Configuration;

/// <summary>What one run was asked for, by a recipe's variables or on the command line.</summary>
internal sealed record RunRequest
{
    /// <summary>What <c>APPNAME</c> in the naming pattern stands for: the recipe's NAME.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The recipe's file name without its suffix, <c>GoogleChrome.pkg</c>; null when no recipe runs.
    /// </summary>
    public string? RecipeName { get; init; }

    /// <summary><c>GoogleChrome.pkg.recipe</c>; null when no recipe runs.</summary>
    public string? RecipeFile { get; init; }

    /// <summary>The folder of the recipe, then those of its parents: where relative paths lead.</summary>
    public IReadOnlyList<string> RecipeFolders { get; init; } = [];

    /// <summary>
    /// Package and bundle ids of the installer, for the package map; empty when a recipe runs.
    /// </summary>
    public IReadOnlyList<string> InstallerIds { get; init; } = [];

    /// <summary>AutoPkg's <c>-v</c> count.</summary>
    public int Verbosity { get; init; }

    /// <summary><c>pkg_path</c>: the installer that the recipe built.</summary>
    public string? PackagePath { get; init; }

    /// <summary>
    /// What the installer is called, where its file is called something else; null for the file's name.
    /// </summary>
    public string? PackageName { get; init; }

    /// <summary><c>pathname</c>: the file that the recipe downloaded.</summary>
    public string? DownloadPath { get; init; }

    /// <summary>Null when no processor said.</summary>
    public bool? DownloadChanged { get; init; }

    public InstallerClaims Claims { get; init; } = new(null, null, null);

    public StatedSettings Stated { get; init; } = new();

    public bool CreateNew { get; init; }

    public bool DryRun { get; init; }

    public bool UpdateSettings { get; init; }

    public bool ForceUpload { get; init; }

    /// <summary><c>KANDJI_API_URL</c> as an AutoPkg variable.</summary>
    public string? ApiUrl { get; init; }

    /// <summary>The path of an audit script template named on the command line.</summary>
    public string? AuditScript { get; init; }

    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>What messages call the source of these.</summary>
    public string Place => RecipeName is null ? "the command line" : $"recipe {RecipeName}";
}
