using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>Two variants that dynamic lookup led to one app: whose it is, only a person can say.</summary>
internal static class SharedApp
{
    public static IReadOnlyList<PlannedStep> Refuse(IReadOnlyList<PlannedStep> planned)
    {
        var shared = planned
            .Select(one => ExistingOf(one.Step))
            .OfType<CustomApp>()
            .CountBy(app => app.Id)
            .Where(count => count.Value > 1)
            .Select(count => count.Key)
            .ToHashSet();

        return
        [
            .. planned.Select(one =>
                ExistingOf(one.Step) is { } app && shared.Contains(app.Id) ? Refused(one, app) : one),
        ];
    }

    private static CustomApp? ExistingOf(PlanStep step) => step switch
    {
        PlanStep.Update update => update.Existing,
        PlanStep.Keep keep => keep.Existing,
        _ => null,
    };

    private static PlannedStep Refused(PlannedStep one, CustomApp app) => one with
    {
        Step = new PlanStep.Refuse(one.Step.Target, Problem(one.Step.Target.Name, app), []),
    };

    private static KappaException Problem(string name, CustomApp app) => new(
        $"No Custom App is named '{name}', and dynamic lookup chose '{app.Name}' ({app.Id}) for another "
            + "variant of this run as well.",
        "Set prod_name and test_name to the names that the Custom Apps have in Kandji.");
}
