using Kappa.Configuration;
using Kappa.Tenant.Models;

namespace Kappa.Checking;

/// <summary>Which tenant is used, and who says so.</summary>
/// <param name="Resolved">Null when there is none that can be.</param>
/// <param name="Problems">Why not.</param>
/// <param name="ConfigFault">The configuration cannot be read, so that it may have the address.</param>
internal sealed record AddressCheck(
    (TenantAddress Address, Note Origin)? Resolved, IReadOnlyList<SettingProblem> Problems, bool ConfigFault) : ICheck
{
    private const string Name = "Tenant";

    public static AddressCheck Of(CheckedConfiguration read, RunRequest request)
    {
        var problems = new SettingsProblems();
        var resolved = AddressResolver.Resolve(read.Sources(request), problems);
        return new AddressCheck(resolved, problems.All, read.Fault is not null);
    }

    public IEnumerable<Finding> Judge() => this switch
    {
        { Resolved: { } resolved } => [Finding.Ok(Name, Said(resolved.Origin.Text))],
        { ConfigFault: true } => [Finding.Skipped(Name, "the configuration cannot be read")],
        _ => Problems.Select(problem => ConfigurationCheck.Of(Name, problem)),
    };

    /// <summary>The log's sentence, whose first word is this line's.</summary>
    private static string Said(string note) => note[$"{Name} ".Length..].TrimEnd('.');
}
