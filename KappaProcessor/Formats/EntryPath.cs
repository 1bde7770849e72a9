namespace Kappa.Formats;

/// <summary>The names of what lies in an archive. A sound archive has none that lead out of it.</summary>
internal static class EntryPath
{
    /// <summary>What is wrong with a name, as a clause for a message; null for a sound one.</summary>
    public static string? Fault(string path) => path switch
    {
        "" => "an entry has no name",
        ['/', ..] => $"an entry is called {path}, from the disk's root",
        _ when path.Contains("..", StringComparison.Ordinal) && path.Split('/').Contains("..") => $"an entry is called {path}, which leads out of the archive",
        _ => null,
    };
}
