using Claunia.PropertyList;
using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>A recipe that another one builds on, as far as that one has to know it.</summary>
/// <param name="Identifier">What ParentRecipe says.</param>
/// <param name="Title">As AutoPkg lists it, <c>Firefox.pkg</c>; the identifier when nobody has seen the file.</param>
internal sealed record ParentRecipe(string Identifier, string Title)
{
    /// <summary>The step that makes a recipe one of Kappa's.</summary>
    public const string KappaStep = "io.kandji.kappa/KAPPA";

    /// <summary>Endings of names that say what a recipe of that name does with an application.</summary>
    private static readonly string[] Kinds =
        [".pkg", ".download", ".munki", ".jss", ".jamf", ".install", ".sign", ".kandji"];

    /// <summary>Null when nobody has seen the file.</summary>
    public string? Path { get; init; }

    /// <summary>The NAME of its own Input; null when it has none.</summary>
    public string? InputName { get; init; }

    /// <summary>The identifier of the recipe it builds on itself.</summary>
    public string? Grandparent { get; init; }

    /// <summary>It has the KAPPA step.</summary>
    public bool RunsKappa { get; init; }

    /// <summary><c>Firefox.pkg</c> → <c>.pkg</c>; null for a name that does not say.</summary>
    public string? Kind => Kinds.FirstOrDefault(kind => Title.EndsWith(kind, StringComparison.Ordinal));

    /// <summary>
    /// The application in the recipe's name: <c>Firefox.pkg</c> → <c>Firefox</c>; of an identifier its last word.
    /// </summary>
    public string Stem
    {
        get
        {
            var stem = Title[..^(Kind?.Length ?? 0)];
            return Path is null ? stem[(stem.LastIndexOf('.') + 1)..] : stem;
        }
    }

    /// <exception cref="KappaException">It cannot be read, or has no identifier.</exception>
    public static ParentRecipe Read(string path)
    {
        var title = RecipeFiles.NameOf(path) ?? throw new KappaException(
            $"{path} is no recipe: its name ends in none of {string.Join(", ", RecipeFiles.Suffixes)}.",
            "Give a recipe's name, identifier or file.");
        return path.EndsWith(".yaml", StringComparison.Ordinal) ? ReadYaml(path, title) : ReadPlist(path, title);
    }

    private static ParentRecipe ReadPlist(string path, string title)
    {
        var recipe = Load(path);
        var input = recipe.ObjectForKey("Input") as NSDictionary;
        var steps = recipe.ObjectForKey("Process") as NSArray ?? [];

        // Before AutoPkg 0.2 recipes had it in their Input, and AutoPkg still looks there.
        var identifier = Text(recipe, "Identifier") ?? Text(input, "IDENTIFIER") ?? throw new KappaException(
            $"{path} has no Identifier.", "Give the recipe one, so that others can name it as their parent.");
        return new ParentRecipe(identifier, title)
        {
            Path = path,
            InputName = Text(input, "NAME"),
            Grandparent = Text(recipe, "ParentRecipe"),
            RunsKappa = steps.Any(step => Text(step as NSDictionary, "Processor") == KappaStep),
        };
    }

    private static ParentRecipe ReadYaml(string path, string title)
    {
        var file = TextFile.Read(path);
        var recipe = new YamlRecipe(file.Text ?? throw Unreadable(path, file.Fault!));
        var identifier = recipe.Text("Identifier") ?? throw new KappaException(
            $"{path} has no line at its outermost level that says Identifier: and a plain or quoted text.",
            "Give the recipe's identifier instead of its name or file.");
        return new ParentRecipe(identifier, title)
        {
            Path = path,
            InputName = recipe.Text("Input", "NAME"),
            Grandparent = recipe.Text("ParentRecipe"),
            RunsKappa = recipe.Mentions(KappaStep),
        };
    }

    private static NSDictionary Load(string path)
    {
        try
        {
            return PropertyListParser.Parse(new FileInfo(path)) as NSDictionary
                ?? throw Unreadable(path, "is a property list, but no dictionary");
        }
        catch (PropertyListFormatException fault)
        {
            throw Unreadable(path, $"is no property list: {fault.Message.TrimEnd('.')}");
        }
        catch (UnauthorizedAccessException)
        {
            throw Unreadable(path, "cannot be read: permission denied");
        }
        catch (IOException fault)
        {
            throw Unreadable(path, $"cannot be read: {fault.Message.TrimEnd('.')}");
        }
    }

    private static string? Text(NSDictionary? dictionary, string key) =>
        dictionary?.ObjectForKey(key) is NSString { Content.Length: > 0 } text ? text.Content : null;

    private static KappaException Unreadable(string path, string fault) =>
        new($"{path} {fault}.", "Mend the recipe, or give another one.");
}
