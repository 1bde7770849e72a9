namespace Kappa.Checking;

/// <summary>A recipe's settings, and what is wrong or odd about them.</summary>
/// <param name="Recipe">The one.</param>
/// <param name="Read">The configuration, whose own oddities are told of elsewhere.</param>
internal sealed record RecipeCheck(CheckedRecipe Recipe, CheckedConfiguration Read) : ICheck
{
    private const string Name = "Recipe";

    public IEnumerable<Finding> Judge()
    {
        var known = Read.Config.Notes.Concat(Read.Plain?.Warnings ?? []).Select(note => note.Text);
        Finding[] findings =
        [
            .. Recipe.Fault is { } fault ? [Finding.Failed(Name, fault)] : Array.Empty<Finding>(),
            .. Recipe.Gap is { } gap ? [Finding.Warning(Name, gap)] : Array.Empty<Finding>(),
            .. (Recipe.Settings?.Problems ?? []).Except(Read.Problems)
                .Select(problem => ConfigurationCheck.Of(Name, problem)),
            .. (Recipe.Settings?.Warnings ?? []).Select(note => note.Text).Except(known)
                .Select(text => Finding.Warning(Name, text)),
        ];
        return findings.Length > 0 ? findings : [Finding.Ok(Name, Describe())];
    }

    private string Describe() => Recipe.Settings?.Settings is { } settings
        ? $"{Recipe.Named}: {string.Join(", ", settings.Targets.Select(target => $"'{target.Name}'"))}"
        : Recipe.Named;
}
