namespace Kappa.Configuration;

/// <summary>The keys of a <see cref="StatedVariant"/>.</summary>
internal sealed record VariantKeys
{
    public required SettingKey Name { get; init; }

    public required SettingKey Category { get; init; }

    public required SettingKey Enforcement { get; init; }

    public required SettingKey Delay { get; init; }

    public required SettingKey Blueprints { get; init; }
}
