using Claunia.PropertyList;

namespace Kappa.AutoPkg;

/// <summary>A recipe or override as a file, in either of AutoPkg's formats.</summary>
/// <param name="Name">The file's name without suffix, by which AutoPkg lists and runs it.</param>
/// <param name="Identifier">Its own.</param>
/// <param name="Parent">The identifier of the recipe that it adds to.</param>
/// <param name="Input">Variables, in the order in which they are written.</param>
internal sealed record RecipeDocument(string Name, string Identifier, string Parent, NSDictionary Input)
{
    public string? Description { get; init; }

    /// <summary>Of AutoPkg.</summary>
    public string? MinimumVersion { get; init; }

    public IReadOnlyList<RecipeStep> Steps { get; init; } = [];

    public string FileName(bool isYaml) => isYaml ? $"{Name}.recipe.yaml" : $"{Name}.recipe";

    public string ToText(bool isYaml) => isYaml ? ToYaml() : ToPlist();

    /// <summary>Keys in the order of the alphabet, as AutoPkg writes them.</summary>
    private string ToPlist()
    {
        var recipe = new NSDictionary();
        recipe.Add("Description", (object?)Description);
        recipe.Add("Identifier", new NSString(Identifier));
        recipe.Add("Input", Input);
        recipe.Add("MinimumVersion", (object?)MinimumVersion);
        recipe.Add("ParentRecipe", new NSString(Parent));
        if (Steps.Count > 0)
        {
            recipe.Add("Process", new NSArray([.. Steps.Select(step => Step(step, processorFirst: false))]));
        }

        return recipe.ToXmlPropertyList();
    }

    /// <summary>What tells about the recipe first, then what it does, as YAML recipes are usually written.</summary>
    private string ToYaml()
    {
        var head = new NSDictionary();
        head.Add("Description", (object?)Description);
        head.Add("Identifier", new NSString(Identifier));
        head.Add("MinimumVersion", (object?)MinimumVersion);
        head.Add("ParentRecipe", new NSString(Parent));
        var body = new List<NSDictionary> { head, new() { ["Input"] = Input } };
        if (Steps.Count > 0)
        {
            var steps = new NSArray([.. Steps.Select(step => Step(step, processorFirst: true))]);
            body.Add(new NSDictionary { ["Process"] = steps });
        }

        return string.Join('\n', body.Select(RecipeYaml.Write));
    }

    private static NSDictionary Step(RecipeStep step, bool processorFirst)
    {
        KeyValuePair<string, NSObject>[] entries =
        [
            new("Arguments", step.Arguments),
            new("Processor", new NSString(step.Processor)),
        ];
        var dictionary = new NSDictionary();
        foreach (var (key, value) in processorFirst ? entries.Reverse() : entries)
        {
            dictionary.Add(key, value);
        }

        return dictionary;
    }
}
