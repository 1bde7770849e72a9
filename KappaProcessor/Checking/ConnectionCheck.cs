using Kappa.Tenant;

namespace Kappa.Checking;

/// <summary>Whether the tenant answers, and whether it knows the token.</summary>
/// <param name="Address">As a person writes it.</param>
/// <param name="Tenant">What it answered.</param>
internal sealed record ConnectionCheck(string Address, CheckedTenant Tenant) : ICheck
{
    private const string Connection = "Connection";
    private const string Access = "Access";

    public IEnumerable<Finding> Judge() => Tenant switch
    {
        { List: null } =>
            [Finding.Skipped(Connection, Tenant.Silence), Finding.Skipped(Access, Tenant.Silence)],
        { List: { Verdict: ProbeVerdict.Unreachable, Problem: { } problem } } =>
            [Finding.Failed(Connection, problem), Finding.Skipped(Access, Tenant.Silence)],
        _ => [Finding.Ok(Connection, $"{Address} answers"), JudgeAccess()],
    };

    private Finding JudgeAccess()
    {
        if (Tenant.Permissions.FirstOrDefault(one => one.Verdict == ProbeVerdict.NotLetIn) is { Problem: { } refusal })
        {
            return Finding.Failed(Access, refusal);
        }

        return Tenant.IsOpen
            ? Finding.Ok(Access, "the tenant accepts the token")
            : Finding.Warning(
                Access, "No answer shows whether the tenant accepts the token.", "Run again later.");
    }
}
