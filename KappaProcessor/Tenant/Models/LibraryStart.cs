namespace Kappa.Tenant.Models;

/// <summary>The first page of the list of Custom Apps, and how many there are on all pages.</summary>
internal sealed record LibraryStart(IReadOnlyList<CustomApp> Apps, long Count)
{
    /// <summary>There are no other pages.</summary>
    public bool IsWhole => Apps.Count >= Count;
}
