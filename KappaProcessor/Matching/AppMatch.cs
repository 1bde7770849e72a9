using Kappa.Tenant.Models;

namespace Kappa.Matching;

/// <summary>Which app of the tenant a variant is about.</summary>
internal abstract record AppMatch
{
    /// <summary>This one; <paramref name="Notes"/> say how it was chosen and over which others.</summary>
    internal sealed record Found(CustomApp App, IReadOnlyList<Note> Notes) : AppMatch;

    /// <summary>None.</summary>
    internal sealed record Missing : AppMatch
    {
        /// <summary>What came near.</summary>
        public IReadOnlyList<Note> Notes { get; init; } = [];
    }

    /// <summary>Several have the name, or fit equally well by their installers.</summary>
    internal sealed record Ambiguous(IReadOnlyList<CustomApp> Apps) : AppMatch;
}
