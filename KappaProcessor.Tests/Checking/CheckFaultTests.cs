using System.Runtime.Versioning;
using Kappa.Checking;
using Kappa.Tests.Support;

namespace Kappa.Tests.Checking;

/// <summary><c>kappa check</c> where one thing is wrong.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class CheckFaultTests
{
    [TestCaseSource(typeof(PlantedFaults), nameof(PlantedFaults.All))]
    public async Task Only_the_check_concerned_tells_of(PlantedFault fault)
    {
        await using var run = await CheckRun.StartAsync(fault.Forbidden);
        fault.Plant(run);

        var (exitCode, findings) = await run.FindAsync();

        var told = findings.Where(one => one.Status is CheckStatus.Failed or CheckStatus.Warning).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.Select(one => one.Check).Distinct(), Is.EqualTo([fault.Check]), Text(told));
            Assert.That(Text(told), Does.Contain(fault.Word));
            Assert.That(
                told.Exists(one => one.Status == CheckStatus.Failed), Is.Not.EqualTo(fault.IsWarning), Text(told));
            Assert.That(exitCode, Is.EqualTo(fault.IsWarning ? 0 : 1));
        }
    }

    [TestCaseSource(typeof(PlantedFaults), nameof(PlantedFaults.All))]
    public async Task The_tenant_stays_as_it_is_with(PlantedFault fault)
    {
        await using var run = await CheckRun.StartAsync(fault.Forbidden);
        fault.Plant(run);
        var before = run.Sandbox.Tenant.State;

        await run.RunAsync();

        Assert.That(run.Sandbox.Tenant.State, Is.SameAs(before));
        Assert.That(
            run.Sandbox.Requests.Where(request => request.Method != "GET").Select(request => (int)request.Status),
            Has.All.InRange(400, 499));
        Assert.That(run.Sandbox.SlackMessages, Is.Empty);
    }

    private static string Text(IEnumerable<Finding> findings) =>
        string.Join('\n', findings.Select(one => $"{one.Check}: {one.Message} {one.Remedy}"));
}
