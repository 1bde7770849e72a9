using Claunia.PropertyList;
using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>The recipe that adds the KAPPA step to another one, without a change to that one.</summary>
internal static class ChildRecipe
{
    public const string UsualPrefix = "local.kandji";

    /// <summary>What the names of such recipes end in, as <c>.pkg</c> and <c>.munki</c> end others.</summary>
    public const string Kind = ".kandji";

    /// <summary>AutoPkg's; the oldest that its own YAML recipes and the shim are used with.</summary>
    private const string MinimumVersion = "2.7";

    private const string Advice =
        """
        Worth an override, or -k:
        prod_name and test_name, the names of the Custom Apps
        ss_category and test_category, their Self Service categories
        enforcement_type and test_enforcement_type: audit_enforce, install_once or self_service
        enforcement_delay and test_enforcement_delay, in days
        blueprints and test_blueprints, for new Custom Apps
        What is left empty is decided by the recipe map or config.json.
        """;

    public static string IdentifierOf(ParentRecipe parent, string prefix) => $"{prefix}.{parent.Stem}";

    /// <exception cref="KappaException">Both variants would have the same name.</exception>
    public static RecipeDocument Of(ParentRecipe parent, string prefix, StatedSettings stated)
    {
        RequireTwoNames(parent, stated);
        IEnumerable<KeyValuePair<string, NSObject>> name = parent.InputName is { } text
            ? [KeyValuePair.Create<string, NSObject>(Variables.Name.Name, new NSString(text))]
            : [];
        return new RecipeDocument(
            parent.Stem + Kind,
            IdentifierOf(parent, prefix),
            parent.Identifier,
            RecipeInput.Of(name.Concat(RecipeInput.Complete(stated))))
        {
            Description = $"Runs {parent.Title}, then creates or updates the Custom App in Kandji.\n\n"
                + Advice.ReplaceLineEndings("\n"),
            MinimumVersion = MinimumVersion,
            Steps = [new RecipeStep(ParentRecipe.KappaStep, RecipeInput.Of(Arguments()))],
        };
    }

    /// <summary>Also when they are the same only after AutoPkg has put NAME in.</summary>
    public static void RequireTwoNames(ParentRecipe parent, StatedSettings stated)
    {
        var test = Resolve(stated.Test.Name, parent);
        if (test is not null && test == Resolve(stated.Prod.Name, parent))
        {
            throw new KappaException(
                $"test_name is '{test}', the same as prod_name.",
                "Give the test app a name of its own, or leave one of them out.");
        }
    }

    private static string? Resolve(string? name, ParentRecipe parent) =>
        parent.InputName is { } text
            ? name?.Replace(KeyReferences.To(Variables.Name.Name), text, StringComparison.Ordinal)
            : name;

    private static IEnumerable<KeyValuePair<string, NSObject>> Arguments() => RecipeInput.TextKeys.Select(
        key => KeyValuePair.Create<string, NSObject>(key.Name, new NSString(KeyReferences.To(key.Name))));
}
