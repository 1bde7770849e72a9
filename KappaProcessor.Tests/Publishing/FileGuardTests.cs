using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.Publishing;

/// <summary>A file that arrives damaged, in a whole run.</summary>
internal sealed class FileGuardTests
{
    [Test]
    public async Task A_damaged_file_is_sent_once_more()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Faults.Add(SandboxFaults.Parse("upload:corrupt"));

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "created" }), result.Log);
            Assert.That(run.Sandbox.Tenant.Apps.Single().Sha256, Is.EqualTo(run.InstallerSha256));
            Assert.That(result.Warnings, Has.One.Contains(run.InstallerSha256).And.Contains("sent once more"));
        }
    }

    [Test]
    public async Task Both_variants_get_the_file_that_was_sent_once_more()
    {
        await using var run = await RecipeRun.StartAsync();
        run.With("prod_name", "Teapot").With("test_name", "Teapot (Testing)");
        run.Sandbox.Faults.Add(SandboxFaults.Parse("upload:corrupt"));

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "created", "created" }), result.Log);
            Assert.That(run.Sandbox.Tenant.Apps.Select(app => app.Sha256), Has.All.EqualTo(run.InstallerSha256));
            Assert.That(result.Steps.Count(step => step == SandboxStep.Upload), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task An_updated_app_gets_back_what_it_had_when_the_file_stays_damaged()
    {
        await using var run = await RecipeRun.StartAsync();
        await run.With("enforcement_type", "audit_enforce").GoAsync();
        var before = run.Sandbox.Tenant.Apps.Single();
        run.Sandbox.Faults.Add(SandboxFaults.Parse("upload:corrupt*"));

        var result = await run.Build("1.1").GoAsync();

        var after = run.Sandbox.Tenant.Apps.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after with { UpdatedAt = null }, Is.EqualTo(before with { UpdatedAt = null }), result.Log);
            Assert.That(result.Error, Does.Contain(run.InstallerSha256).And.Contain(SandboxTrouble.Corrupt.Spoil(run.InstallerSha256)));
            Assert.That(result.Error, Does.Contain($"Its previous file, {before.FileName}, was put back. Run again"));
            Assert.That((result.ExitCode, result.Changed), Is.EqualTo((ExitCode.RunFailed, false)));
        }
    }

    [Test]
    public async Task A_created_app_is_switched_off_when_the_file_stays_damaged()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Faults.Add(SandboxFaults.Parse("upload:corrupt*"));

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Sandbox.Tenant.Apps.Single().Active, Is.False, result.Log);
            Assert.That(result.Error, Does.Contain("was created").And.Contain(run.InstallerSha256).And.Contain("was switched off"));
            Assert.That((result.ExitCode, result.Changed), Is.EqualTo((ExitCode.RunFailed, true)));
        }
    }

    [Test]
    public async Task An_updated_app_is_switched_off_when_the_tenant_does_not_take_its_old_file_back()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Tenant.Add(Some.CustomApp("Teapot (AutoPkg)"));
        run.Sandbox.Faults.Add(SandboxFaults.Parse("upload:corrupt*"));

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Sandbox.Tenant.Apps.Single().Active, Is.False, result.Log);
            Assert.That(result.Error, Does.Contain("was updated").And.Contain("was switched off"));
        }
    }

    [Test]
    public async Task An_app_that_cannot_be_switched_off_either_is_for_a_person()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Faults.Add(SandboxFaults.Parse("upload:corrupt*"));
        run.Sandbox.Faults.Add(SandboxFaults.Parse("update:403*"));

        var result = await run.GoAsync();

        Assert.That(result.Error, Does.EndWith("could not be switched off. Do that in the Library, then run again."));
    }

    [TestCase("update:corrupt", 1, TestName = "An answer that tells of another file is asked about")]
    [TestCase("update:corrupt get:corrupt*2", 3, TestName = "A read that is behind is repeated")]
    public async Task Is_no_damage(string faults, int looks)
    {
        await using var run = await RecipeRun.StartAsync();
        await run.GoAsync();
        Array.ForEach(faults.Split(' '), fault => run.Sandbox.Faults.Add(SandboxFaults.Parse(fault)));

        var result = await run.Build("1.1").GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "updated" }), result.Log);
            Assert.That(result.Steps.Count(step => step == SandboxStep.Get), Is.EqualTo(looks));
            Assert.That(result.Steps.Count(step => step == SandboxStep.Upload), Is.EqualTo(1));
        }
    }
}
