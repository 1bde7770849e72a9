namespace Kappa.Tenant;

/// <summary>All pages of a list.</summary>
/// <param name="Entries">
/// In the order of the pages; one that moved between two pages meanwhile comes twice.
/// </param>
/// <param name="Count">How many there are by the page that said the most; 0 when none said.</param>
/// <param name="Pages">How many requests it took.</param>
internal sealed record Listing<T>(IReadOnlyList<T> Entries, long Count, int Pages);
