using Claunia.PropertyList;
using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>What is said of Custom Apps, as the Input of a recipe.</summary>
internal static class RecipeInput
{
    /// <summary>The one reference that every recipe can resolve.</summary>
    private const string KnownReference = "NAME";

    /// <summary>
    /// Those that are texts in whatever file they stand. AutoPkg can put nothing but text in the place of a
    /// <c>%VAR%</c>, and breaks off with a TypeError at the integers and arrays that overrides have for others.
    /// </summary>
    public static IReadOnlyList<SettingKey> TextKeys { get; } =
    [
        StatedKeys.Prod.Name, StatedKeys.Test.Name, StatedKeys.Prod.Category, StatedKeys.Test.Category,
        StatedKeys.Prod.Enforcement, StatedKeys.Test.Enforcement,
    ];

    /// <summary>All keys; empty, which counts as none, where nothing is said.</summary>
    public static IEnumerable<KeyValuePair<string, NSObject>> Complete(StatedSettings stated)
    {
        var said = Said(stated).ToDictionary();
        return TextKeys
            .Concat([StatedKeys.Prod.Delay, StatedKeys.Test.Delay])
            .Concat([StatedKeys.Prod.Blueprints, StatedKeys.Test.Blueprints])
            .Select(key => KeyValuePair.Create(key.Name, said.GetValueOrDefault(key.Name, new NSString(""))));
    }

    /// <summary>What is said, and nothing else.</summary>
    public static IEnumerable<KeyValuePair<string, NSObject>> Said(StatedSettings stated) =>
        Said(stated.Prod, StatedKeys.Prod).Concat(Said(stated.Test, StatedKeys.Test));

    /// <summary>Warnings of references in values that AutoPkg may not be able to replace.</summary>
    public static IEnumerable<Note> Doubts(StatedSettings stated) =>
        from said in stated.Describe()
        from name in KeyReferences.In(said.Text).Distinct()
        where name != KnownReference
        select Note.Warning(
            $"{said.Key} is '{said.Text}': AutoPkg puts the Input called {name} in the place of "
            + $"{KeyReferences.To(name)}. Without such an Input the run fails; what a step finds out, like the "
            + "version, is not known yet at that time.");

    public static NSDictionary Of(IEnumerable<KeyValuePair<string, NSObject>> entries)
    {
        var input = new NSDictionary();
        foreach (var (key, value) in entries)
        {
            input.Add(key, value);
        }

        return input;
    }

    private static IEnumerable<KeyValuePair<string, NSObject>> Said(StatedVariant variant, VariantKeys keys) =>
        from entry in new (SettingKey Key, NSObject? Value)[]
        {
            (keys.Name, Text(variant.Name)),
            (keys.Category, Text(variant.Category)),
            (keys.Enforcement, Text(variant.Enforcement?.ConfigWord)),
            (keys.Delay, variant.DelayDays is { } days ? NSObject.Wrap(days) : null),
            (keys.Blueprints, Array(variant.Blueprints)),
        }
        where entry.Value is not null
        select KeyValuePair.Create(entry.Key.Name, entry.Value);

    private static NSString? Text(string? text) => text is null ? null : new NSString(text);

    private static NSArray? Array(IReadOnlyList<string>? texts) =>
        texts is { Count: > 0 } ? new NSArray([.. texts.Select(text => new NSString(text))]) : null;
}
