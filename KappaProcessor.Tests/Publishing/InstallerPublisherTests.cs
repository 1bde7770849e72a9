using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.Publishing;

/// <summary>The upload in a whole run: a ticket for each try, and a file that stays what it was.</summary>
internal sealed class InstallerPublisherTests
{
    [TestCase("upload:500")]
    [TestCase("upload:reset-middle")]
    [TestCase("presign:expired")]
    public async Task A_failed_upload_is_tried_again_with_a_new_ticket(string fault)
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Faults.Add(SandboxFaults.Parse(fault));

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "created" }), result.Log);
            Assert.That(result.Steps.Count(step => step == SandboxStep.Presign), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task An_upload_that_fails_for_ever_fails_the_run_and_creates_nothing()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Faults.Add(SandboxFaults.Parse("upload:503*"));

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.RunFailed));
            Assert.That(run.Sandbox.Tenant.Apps, Is.Empty);
            Assert.That(result.Steps.Count(step => step == SandboxStep.Upload), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task An_installer_that_changes_while_it_is_uploaded_is_not_published()
    {
        var happening = () => { };
        await using var run = await RecipeRun.StartAsync(When(SandboxStep.Upload, () => happening()));
        happening = () => File.AppendAllText((string)run.Environment["pkg_path"], "more");

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Error, Does.Contain("changed while it was read"));
            Assert.That(run.Sandbox.Tenant.Apps, Is.Empty);
        }
    }

    [Test]
    public async Task An_installer_that_vanishes_before_it_is_uploaded_is_an_error_that_names_it()
    {
        var happening = () => { };
        await using var run = await RecipeRun.StartAsync(When(SandboxStep.Presign, () => happening()));
        happening = () => File.Delete((string)run.Environment["pkg_path"]);

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.RunFailed));
            Assert.That(result.Error, Does.Contain("Teapot-1.0.pkg cannot be read any more"));
            Assert.That(result.Error, Does.Not.Contain("fault of its own"));
        }
    }

    [Test]
    public async Task A_create_that_never_answers_is_sent_twice_at_most()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Faults.Add(SandboxFaults.Parse("create:reset-before*"));

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.RunFailed));
            Assert.That(result.Steps.Count(step => step == SandboxStep.Create), Is.EqualTo(2));
            Assert.That(run.Sandbox.Tenant.Apps, Is.Empty);
        }
    }

    private static SandboxOptions When(SandboxStep step, Action happening) => new()
    {
        Watch = request =>
        {
            if (request.Step == step)
            {
                happening();
            }
        },
    };
}
