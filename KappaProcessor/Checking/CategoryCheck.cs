using Kappa.Configuration;
using Kappa.Matching;
using Kappa.Planning;
using Kappa.Tenant.Models;

namespace Kappa.Checking;

/// <summary>Whether the tenant has the Self Service categories that are named.</summary>
/// <param name="Config">Names those for want of others.</param>
/// <param name="Wanted">Name their own; the first are the configuration's.</param>
/// <param name="Tenant">Has them.</param>
internal sealed record CategoryCheck(
    ConfigFile Config, IReadOnlyList<CheckedSettings> Wanted, CheckedTenant Tenant) : ICheck
{
    private const string Name = "Categories";

    public IEnumerable<Finding> Judge()
    {
        if (Tenant.Categories is not { } categories)
        {
            return [Finding.Skipped(Name, Tenant.Silence)];
        }

        var needed = Wanted.SelectMany(one => Judge(one, categories)).Distinct().ToList();
        var findings = needed.Exists(one => one.Status == CheckStatus.Failed)
            ? needed
            : [.. needed, .. JudgeDefaults(categories)];
        return findings.Count > 0
            ? findings
            : [Finding.Ok(Name, $"all that are named are among the tenant's {categories.Count}")];
    }

    private static IEnumerable<Finding> Judge(CheckedSettings one, IReadOnlyList<SelfServiceCategory> categories) =>
        (one.Settings?.Targets ?? [])
            .Where(target => SelfServiceWish.ForNew(target).NeedsCategory)
            .SelectMany(target => Judge(one.Place, target, categories));

    private static IEnumerable<Finding> Judge(
        string place, AppTarget target, IReadOnlyList<SelfServiceCategory> categories)
    {
        try
        {
            return CategoryResolver.Resolve(target, categories).Notes
                .Select(note => Finding.Warning(
                    Name, $"{place}: {note.Text}", "Name one that is in Kandji, or make it there."));
        }
        catch (KappaException problem)
        {
            return [Finding.Failed(Name, $"{place}: {problem.What}", problem.Remedy)];
        }
    }

    /// <summary>Nobody needs them yet, but the configuration names them.</summary>
    private IEnumerable<Finding> JudgeDefaults(IReadOnlyList<SelfServiceCategory> categories) =>
        from key in new[] { ConfigKeys.SelfServiceCategory, ConfigKeys.TestSelfServiceCategory }
        let name = key == ConfigKeys.SelfServiceCategory ? Config.SelfServiceCategory : Config.TestSelfServiceCategory
        where name is not null && CategoryResolver.Find(name, categories) is null
        let nearest = NearestNames.Of(name, categories.Select(one => one.Name)).DefaultIfEmpty("none")
        select Finding.Warning(
            Name,
            $"{Config.Place}: the tenant has no Self Service category '{name}' "
                + $"(nearest: {string.Join(", ", nearest)}); an app that needs it would fail.",
            $"Set {key} to one of the tenant's.");
}
