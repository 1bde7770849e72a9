using Kappa.Configuration;

namespace Kappa.Checking;

/// <summary>A map, and whatever is wrong or odd in it.</summary>
/// <param name="Name">"Recipe map" or "Package map".</param>
/// <param name="Key">What turns it on.</param>
/// <param name="Read">The configuration, which says whether it is used.</param>
/// <param name="Map">Null when it is not.</param>
internal sealed record MapCheck(string Name, SettingKey Key, CheckedConfiguration Read, CheckedMap? Map) : ICheck
{
    public IEnumerable<Finding> Judge()
    {
        if (Map is null)
        {
            return [Finding.Skipped(
                Name, Read.Fault is null ? $"{Key} is not on" : "the configuration cannot be read")];
        }

        // What is said of all entries alike is the configuration's.
        var known = Read.Config.Notes.Concat(Read.Plain?.Warnings ?? []).Select(note => note.Text);
        Finding[] findings =
        [
            .. Map.Fault is { } fault ? [Finding.Failed(Name, fault)] : Array.Empty<Finding>(),
            .. Map.Problems.Concat(Map.Entries.SelectMany(entry => entry.Problems)).Distinct()
                .Select(problem => ConfigurationCheck.Of(Name, problem)),
            .. Map.Entries.SelectMany(entry => entry.Warnings).Select(note => note.Text).Except(known)
                .Select(text => Finding.Warning(Name, text)),
            .. SharedNames(),
        ];
        return findings.Length > 0
            ? findings
            : [Finding.Ok(Name, $"{Map.File!.Path}, {Counted.Of(Map.Entries.Count, "entry", "entries")}")];
    }

    /// <summary>Ids of one application may share an app in the package map; two recipes may hardly.</summary>
    private IEnumerable<Finding> SharedNames() => Key != ConfigKeys.UseRecipeMap ? [] :
        from entry in Map?.File?.Entries ?? []
        from name in new[] { entry.Stated.Prod.Name, entry.Stated.Test.Name }.OfType<string>().Distinct()
        group entry.Key by name into sharing
        where sharing.Count() > 1
        select Finding.Warning(
            Name,
            $"{string.Join(" and ", sharing.Select(key => $"\"{key}\""))} update the same Custom App "
                + $"'{sharing.Key}'.",
            "Give each a name of its own, unless the recipes build the same application.");
}
