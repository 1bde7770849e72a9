namespace Kappa.Configuration;

/// <summary>The entry of a map that a run goes by, if any, and what to say about the choice.</summary>
internal sealed record MapMatch(MapEntry? Entry, IReadOnlyList<Note> Notes)
{
    public static MapMatch None { get; } = new(null, []);

    /// <summary>
    /// A match that deserves no more than a word on why; the entry's own oddities are said with it.
    /// </summary>
    public static MapMatch Of(MapEntry entry, Note note) => new(entry, [note, .. entry.Notes]);
}
