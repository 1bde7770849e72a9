using Kappa.AutoPkg;
using Kappa.Configuration;

namespace Kappa.Checking;

/// <summary>
/// What the step would get of a recipe's Input and of its own Arguments. What other steps set is not known
/// before they run, so a value that needs it is left out.
/// </summary>
/// <param name="chain">Paths: the recipe, then its parents from the nearest on.</param>
/// <param name="recipes">Their content.</param>
internal sealed class RecipeVariables(
    IReadOnlyList<string> chain, IReadOnlyList<UntypedValue.Dict> recipes)
{
    private static readonly string[] Suffixes = [".plist", ".recipe"];

    private readonly Dictionary<string, UntypedValue> known = [];

    public IReadOnlyDictionary<string, UntypedValue> Read()
    {
        known["RECIPE_PATH"] = new UntypedValue.Text(chain[0]);
        known["RECIPE_DIR"] = new UntypedValue.Text(Path.GetDirectoryName(chain[0])!);
        known["PARENT_RECIPES"] = new UntypedValue.List([.. chain.Skip(1).Select(path => new UntypedValue.Text(path))]);

        // An override says NAME only where it differs.
        known["NAME"] = new UntypedValue.Text(Suffixes.Aggregate(
            Path.GetFileName(chain[0]),
            (name, suffix) => name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name));
        foreach (var input in recipes.Reverse().Select(recipe => recipe.At("Input")).OfType<UntypedValue.Dict>())
        {
            Take(input);
        }

        foreach (var (name, value) in known.ToList())
        {
            Set(name, value);
        }

        if (Step()?.At("Arguments") is UntypedValue.Dict arguments)
        {
            Take(arguments);
            foreach (var name in arguments.Entries.Keys)
            {
                Set(name, known[name]);
            }
        }

        return known;
    }

    private void Take(UntypedValue.Dict values)
    {
        foreach (var (name, value) in values.Entries)
        {
            known[name] = value;
        }
    }

    private void Set(string name, UntypedValue value)
    {
        if (Filled(value) is { } filled)
        {
            known[name] = filled;
        }
        else
        {
            known.Remove(name);
        }
    }

    /// <summary>The last one of ours: a child's steps follow its parents'.</summary>
    private UntypedValue.Dict? Step() => recipes.Reverse()
        .Select(recipe => recipe.At("Process"))
        .OfType<UntypedValue.List>()
        .SelectMany(process => process.Items)
        .OfType<UntypedValue.Dict>()
        .LastOrDefault(step => step.At("Processor") is UntypedValue.Text { Value: var name }
            && (name == "KAPPA" || name.EndsWith("/KAPPA", StringComparison.Ordinal)));

    /// <summary>Null when a name in it is not known yet.</summary>
    private UntypedValue? Filled(UntypedValue value) => value switch
    {
        UntypedValue.Text text => Filled(text),
        UntypedValue.List list => new UntypedValue.List([.. list.Items.Select(Filled).OfType<UntypedValue>()]),
        UntypedValue.Dict dict => new UntypedValue.Dict(dict.Entries
            .Select(entry => (entry.Key, Value: Filled(entry.Value)))
            .Where(entry => entry.Value is not null)
            .ToDictionary(entry => entry.Key, entry => entry.Value!)),
        _ => value,
    };

    private UntypedValue.Text? Filled(UntypedValue.Text text)
    {
        var isKnown = KeyReferences.In(text.Value).All(name =>
            known.GetValueOrDefault(name) is UntypedValue.Text value && !KeyReferences.In(value.Value).Any());
        return isKnown
            ? new UntypedValue.Text(KeyReferences.Fill(text.Value, name => ((UntypedValue.Text)known[name]).Value))
            : null;
    }
}
