using System.Globalization;
using Kappa.Tenant.Models;

namespace Kappa.Configuration;

/// <summary>
/// The settings that exist once for the test app and once for the other one; null where nobody says.
/// </summary>
internal sealed record StatedVariant
{
    public string? Name { get; init; }

    /// <summary>The Self Service category.</summary>
    public string? Category { get; init; }

    public Enforcement? Enforcement { get; init; }

    public int? DelayDays { get; init; }

    public IReadOnlyList<string>? Blueprints { get; init; }

    /// <summary>These, and where they are silent, what <paramref name="weaker"/> says.</summary>
    public StatedVariant Over(StatedVariant weaker) => new()
    {
        Name = Name ?? weaker.Name,
        Category = Category ?? weaker.Category,
        Enforcement = Enforcement ?? weaker.Enforcement,
        DelayDays = DelayDays ?? weaker.DelayDays,
        Blueprints = Blueprints ?? weaker.Blueprints,
    };

    /// <summary>What is said, with null for what is not.</summary>
    public IEnumerable<(SettingKey Key, string? Text)> Describe(VariantKeys keys) =>
    [
        (keys.Name, Name),
        (keys.Category, Category),
        (keys.Enforcement, Enforcement?.ConfigWord),
        (keys.Delay, DelayDays?.ToString(CultureInfo.InvariantCulture)),
        (keys.Blueprints, Blueprints is null ? null : string.Join(", ", Blueprints.DefaultIfEmpty("none"))),
    ];
}
