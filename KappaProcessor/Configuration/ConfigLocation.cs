namespace Kappa.Configuration;

/// <summary>Where the configuration of this run is.</summary>
internal sealed record ConfigLocation
{
    /// <summary>The <c>config.json</c> in use; null when there is none.</summary>
    public string? Config { get; init; }

    /// <summary>What to say about where it is.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Everywhere it was looked for, in order.</summary>
    public IReadOnlyList<string> Searched { get; init; } = [];

    /// <summary>
    /// Where maps are looked for, in order: beside the config in use, then beside the shim.
    /// </summary>
    public IReadOnlyList<string> MapFolders { get; init; } = [];

    /// <summary>The full path of the first map of that name; null when no folder has one.</summary>
    public string? FindMap(string name) =>
        MapFolders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
