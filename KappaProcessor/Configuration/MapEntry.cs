namespace Kappa.Configuration;

/// <summary>One entry of a map, with what is odd about it.</summary>
internal sealed record MapEntry(string Key, string Path, StatedSettings Stated, IReadOnlyList<Note> Notes)
{
    /// <summary>What messages call it.</summary>
    public string Place => $"{Path}, entry \"{Key}\"";
}
