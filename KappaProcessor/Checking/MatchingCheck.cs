using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Matching;
using Kappa.Planning;
using Kappa.Tenant.Models;

namespace Kappa.Checking;

/// <summary>Whether each name that is given means one Custom App at most.</summary>
internal sealed record MatchingCheck(IReadOnlyList<CheckedSettings> Wanted, CheckedTenant Tenant) : ICheck
{
    private const string Name = "Matching";

    public IEnumerable<Finding> Judge()
    {
        if (Tenant.Library is not { } library)
        {
            return Tenant.Faults.Count > 0
                ? Tenant.Faults.Select(fault => Finding.Failed(Name, fault))
                : [Finding.Skipped(Name, Tenant.Silence)];
        }

        var named = Wanted.Where(one => one is { KnowsNames: true, Settings.CreateNew: false }).ToList();
        var names = named.SelectMany(one => one.Settings!.Targets).Select(target => target.Name).ToHashSet();
        Finding[] findings =
        [
            .. Tenant.Faults.Select(fault => Finding.Failed(Name, fault)),
            .. named.SelectMany(one => one.Settings!.Targets.SelectMany(target => Judge(one, target, library))),
            .. DuplicateNames.In(library).Where(apps => !names.Contains(apps[0].Name)).Select(Unnamed),
        ];
        return findings.Length > 0
            ? findings
            : [Finding.Ok(Name, $"{Counted.Of(library.Apps.Count, "Custom App", "Custom Apps")}, no name twice")];
    }

    /// <summary>By name and category; which installer comes, for dynamic lookup, is not known yet.</summary>
    private IEnumerable<Finding> Judge(CheckedSettings one, AppTarget target, Library library)
    {
        var wanted = new WantedApp(target.Name, "", InstallerKind.Package)
        {
            CategoryId = SelfServiceWish.CategoryOf(target) is { } category
                ? CategoryResolver.Find(category, Tenant.Categories ?? [])?.Id
                : null,
        };
        return AppMatcher.Match(wanted, library) switch
        {
            AppMatch.Ambiguous several => [Ambiguous(one, target, several.Apps)],
            AppMatch.Missing missing => missing.Notes
                .Where(note => note.Level == NoteLevel.Warning)
                .Select(note => Finding.Warning(
                    Name, $"{one.Place}: {note.Text}", "Write the name as it is in Kandji, or a new app is made.")),
            _ => [],
        };
    }

    private Finding Ambiguous(CheckedSettings one, AppTarget target, IReadOnlyList<CustomApp> apps)
    {
        var problem = DuplicatesProblem.For(target, apps, one.Settings!);
        var message = $"{one.Place}: {problem.What} {Links(apps)}";
        return one.Settings!.DynamicLookup
            ? Finding.Warning(Name, $"{message} Dynamic lookup has to choose one.", problem.Remedy)
            : Finding.Failed(Name, message, problem.Remedy);
    }

    private Finding Unnamed(IReadOnlyList<CustomApp> apps) => Finding.Warning(
        Name,
        $"{apps.Count} Custom Apps are named '{apps[0].Name}': {Links(apps)}",
        "Rename or delete all but one in Kandji, before a recipe is to update it.");

    private string Links(IEnumerable<CustomApp> apps) => string.Join(
        " ", apps.Select(app => Tenant.Links.GetValueOrDefault(app.Id)?.AbsoluteUri ?? app.Id.Value));
}
