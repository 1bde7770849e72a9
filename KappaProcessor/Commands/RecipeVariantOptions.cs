using System.CommandLine;
using Kappa.Configuration;
using Kappa.Tenant.Models;

namespace Kappa.Commands;

/// <summary>The options of <c>kappa recipe</c> that there are for each variant.</summary>
internal sealed class RecipeVariantOptions
{
    private readonly Option<string?> category;

    private readonly Option<string?> enforcement;

    private readonly Option<int?> delay;

    private readonly Option<string[]> blueprints;

    /// <param name="prefix">Of the options' names: empty, or <c>test-</c>.</param>
    /// <param name="keys">The settings that they give.</param>
    public RecipeVariantOptions(string prefix, VariantKeys keys)
    {
        Name = Of<string?>(keys.Name.Name.Replace('_', '-'), keys.Name, "NAME");
        category = Of<string?>($"{prefix}category", keys.Category, "CATEGORY");
        enforcement = Of<string?>($"{prefix}enforcement", keys.Enforcement, "TYPE");
        delay = Of<int?>($"{prefix}delay", keys.Delay, "DAYS");
        blueprints = new Option<string[]>($"--{prefix}blueprint")
        {
            Description = "Name or id of a Blueprint that a new "
                + $"{(prefix.Length == 0 ? "prod (or only)" : "test")} app is put into; may be repeated.",
            HelpName = "BLUEPRINT",
        };

        Name.Validators.Add(OptionRules.Name);
        category.Validators.Add(OptionRules.Text);
        blueprints.Validators.Add(OptionRules.Text);
        enforcement.Validators.Add(OptionRules.Enforcement);
        delay.Validators.Add(OptionRules.Days);
        foreach (var option in new Option[] { Name, category, blueprints })
        {
            option.Validators.Add(OptionRules.OneLine);
        }
    }

    public Option<string?> Name { get; }

    public IReadOnlyList<Option> Named => [Name, category, enforcement, delay, blueprints];

    public StatedVariant Read(ParseResult parsed) => new()
    {
        Name = parsed.GetValue(Name),
        Category = parsed.GetValue(category),
        Enforcement = Enforcement.TryParse(parsed.GetValue(enforcement)),
        DelayDays = parsed.GetValue(delay),
        Blueprints = parsed.GetValue(blueprints) is { Length: > 0 } names ? names : null,
    };

    private static Option<T> Of<T>(string name, SettingKey key, string value) => new($"--{name}")
    {
        Description = key.Documentation,
        HelpName = value,
    };
}
