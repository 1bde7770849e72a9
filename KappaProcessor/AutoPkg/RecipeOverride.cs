using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>
/// An override of a recipe that has the KAPPA step, in the shape that <c>autopkg make-override</c> gives it, but
/// for the trust info: that is AutoPkg's to write, after a person has looked at the recipes.
/// </summary>
internal static class RecipeOverride
{
    /// <param name="name">The overridden recipe's; AutoPkg runs the override in its place.</param>
    /// <param name="parent">The overridden recipe's identifier.</param>
    /// <param name="stated">What is to be different from that recipe.</param>
    public static RecipeDocument Of(string name, string parent, StatedSettings stated) => new(
        name,
        Identifier(name, parent),
        parent,
        RecipeInput.Of(RecipeInput.Said(stated).OrderBy(entry => entry.Key, StringComparer.Ordinal)));

    /// <summary><c>Firefox.kandji</c> → <c>local.kandji.Firefox</c>.</summary>
    private static string Identifier(string name, string parent)
    {
        var dot = name.LastIndexOf('.');
        var usual = dot < 0 ? $"local.{name}" : $"local.{name[(dot + 1)..]}.{name[..dot]}";

        // AutoPkg looks for the parent among the overrides as well when it verifies trust, and would find the
        // override itself.
        return usual == parent ? $"{usual}.override" : usual;
    }
}
