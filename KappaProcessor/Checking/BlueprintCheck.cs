using Kappa.Planning;

namespace Kappa.Checking;

/// <summary>Whether the tenant has the Blueprints that are named.</summary>
internal sealed record BlueprintCheck(IReadOnlyList<CheckedSettings> Wanted, CheckedTenant Tenant) : ICheck
{
    private const string Name = "Blueprints";

    /// <summary>Somebody names one.</summary>
    public static bool IsNeeded(IEnumerable<CheckedSettings> wanted) => wanted.Any(one => Named(one).Any());

    public IEnumerable<Finding> Judge()
    {
        if (!IsNeeded(Wanted))
        {
            return [Finding.Skipped(Name, "nobody names any")];
        }

        if (Tenant.Blueprints is null)
        {
            return [Finding.Skipped(Name, Tenant.Silence)];
        }

        var findings = Wanted
            .SelectMany(one => Named(one).Select(text => Judge(one.Place, text)))
            .OfType<Finding>()
            .ToList();
        return findings.Count > 0
            ? findings
            : [Finding.Ok(Name, $"all that are named are among the tenant's {Tenant.Blueprints.Count}")];
    }

    private static IEnumerable<string> Named(CheckedSettings one) =>
        (one.Settings?.Targets ?? []).SelectMany(target => target.Blueprints).Distinct();

    private Finding? Judge(string place, string text)
    {
        try
        {
            _ = BlueprintResolver.Resolve([text], Tenant.Blueprints!);
            return null;
        }
        catch (KappaException problem)
        {
            return Finding.Failed(Name, $"{place}: {problem.What}", problem.Remedy);
        }
    }
}
