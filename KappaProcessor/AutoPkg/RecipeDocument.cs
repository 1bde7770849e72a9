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
    private string ToPlist() => Entries(
        ("Description", Text(Description)),
        ("Identifier", Text(Identifier)),
        ("Input", Input),
        ("MinimumVersion", Text(MinimumVersion)),
        ("ParentRecipe", Text(Parent)),
        ("Process", Process(processorFirst: false))).ToXmlPropertyList();

    /// <summary>What tells about the recipe first, then what it does, as YAML recipes are usually written.</summary>
    private string ToYaml()
    {
        var head = Entries(
            ("Description", Text(Description)),
            ("Identifier", Text(Identifier)),
            ("MinimumVersion", Text(MinimumVersion)),
            ("ParentRecipe", Text(Parent)));
        var body = new[] { head, Entries(("Input", Input)), Entries(("Process", Process(processorFirst: true))) };
        return string.Join('\n', body.Where(part => part.Count > 0).Select(RecipeYaml.Write));
    }

    private NSArray? Process(bool processorFirst) =>
        Steps.Count == 0 ? null : new NSArray([.. Steps.Select(step => Step(step, processorFirst))]);

    private static NSDictionary Step(RecipeStep step, bool processorFirst)
    {
        (string, NSObject?) processor = ("Processor", Text(step.Processor));
        (string, NSObject?) arguments = ("Arguments", step.Arguments);
        return processorFirst ? Entries(processor, arguments) : Entries(arguments, processor);
    }

    private static NSString? Text(string? text) => text is null ? null : new NSString(text);

    /// <summary>Those that have a value.</summary>
    private static NSDictionary Entries(params IEnumerable<(string Key, NSObject? Value)> entries) => RecipeInput.Of(
        from entry in entries
        where entry.Value is not null
        select KeyValuePair.Create(entry.Key, entry.Value));
}
