using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>Every trouble at every step: the right end or one clear error, and never a tenant that is harmed.</summary>
internal sealed class FaultMatrixTests
{
    private static IEnumerable<TestCaseData> Cells =>
        FaultCell.All.Select(cell => new TestCaseData(cell) { TestName = $"{{m}}({cell})" });

    [TestCaseSource(nameof(Cells))]
    public async Task Harms_nobody(FaultCell cell)
    {
        await using var run = await FaultRun.StartAsync(cell.Job);

        var result = await run.SufferAsync(cell);

        using (Assert.EnterMultipleScope())
        {
            AssertUnharmed(run);
            AssertTruth(run, result);
            AssertOneClearError(result);
            Assert.That(
                result.ExitCode, cell.HasToEndWell ? Is.EqualTo(ExitCode.Done) : Is.Not.EqualTo(ExitCode.Failed), result.Log);
        }

        if (result.ExitCode != ExitCode.Done)
        {
            var next = await run.RecoverAsync();
            Assert.That(next.ExitCode, Is.EqualTo(ExitCode.Done), next.Log);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Wanted.Select(app => app.Name), Is.EquivalentTo(new[] { "Teapot", "Teapot (Testing)" }));
            Assert.That(run.Wanted.Select(app => app.Sha256), Has.All.EqualTo(run.NewSha256));
            Assert.That(run.IsAssigned || result.Error.Contains("It is not in Standard", StringComparison.Ordinal));
        }
    }

    [Test]
    public void Has_all_cells() => Assert.That(FaultCell.All.Count(), Is.GreaterThanOrEqualTo(150));

    /// <summary>At most one app of each name, with the file it had or the new one; all others as they were.</summary>
    private static void AssertUnharmed(FaultRun run)
    {
        Assert.That(run.Wanted.Select(app => app.Name), Is.Unique);
        Assert.That(run.Apps.Except(run.Wanted), Is.EqualTo(run.Before.Where(app => app.Name == "Bystander")));
        foreach (var app in run.Wanted.Where(app => app.Active))
        {
            var old = run.Before.FirstOrDefault(one => one.Id == app.Id)?.Sha256;
            Assert.That(app.Sha256, Is.AnyOf(old, run.NewSha256), app.Name);
        }
    }

    /// <summary>What the results say is so; without results nothing has changed.</summary>
    private static void AssertTruth(FaultRun run, RecipeResult result)
    {
        var changed = run.Apps.Where(app => !run.Before.Contains(app)).ToList();
        if (result.Output.Length == 0)
        {
            Assert.That(changed, Is.Empty, result.Log);
            return;
        }

        foreach (var variant in new[] { "prod", "test" })
        {
            var action = result.Field("action", variant);
            var app = run.Wanted.FirstOrDefault(app => app.Name == result.Field("name", variant));
            if (action is "created" or "updated")
            {
                Assert.That(app?.Sha256, Is.EqualTo(run.NewSha256), $"{variant} {action}");
                Assert.That(result.Field("id", variant), Is.EqualTo(app?.Id.Value));
            }
            else
            {
                Assert.That(action, Is.EqualTo("failed"), result.Log);
                Assert.That(result.Field("message", variant), Is.Not.Empty);
            }
        }
    }

    private static void AssertOneClearError(RecipeResult result)
    {
        if (result.ExitCode == ExitCode.Done)
        {
            Assert.That(result.Error, Is.Empty);
            return;
        }

        Assert.That(result.Error, Does.Match(@"\w\S*[.!] [A-Z]").And.Not.Contain("fault of its own"));
        Assert.That(result.Error, Does.Not.Contain("Exception").And.Not.Contain("   at "));
        Assert.That(result.Lines('E'), Is.Unique.And.Count.AtMost(3));
    }
}
