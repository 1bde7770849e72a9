using Kappa.Tenant;

namespace Kappa.Checking;

/// <summary>What the token may do, one line a permission.</summary>
internal sealed record PermissionCheck(CheckedTenant Tenant) : ICheck
{
    private const string Name = "Permission";

    public IEnumerable<Finding> Judge() => Tenant.List?.Verdict is null
        or ProbeVerdict.Unreachable or ProbeVerdict.NotLetIn
            ? [Finding.Skipped(Name, Tenant.Silence)]
            : Tenant.Permissions.Where(one => one.Verdict != ProbeVerdict.NotLetIn).Select(Judge);

    private static Finding Judge(ProbeAnswer answer) => answer switch
    {
        { Problem: null } => Finding.Ok(Name, answer.Permission),
        { Verdict: ProbeVerdict.Forbidden, Problem: { } problem } =>
            Finding.Failed(Name, $"{answer.Permission} is missing: {problem.What}", problem.Remedy),
        { Verdict: ProbeVerdict.Unreachable, Problem: { } problem } => Finding.Failed(Name, problem),
        { Problem: { } problem } => Finding.Warning(
            Name, $"{answer.Permission} is not certain: {problem.What}", problem.Remedy),
    };
}
