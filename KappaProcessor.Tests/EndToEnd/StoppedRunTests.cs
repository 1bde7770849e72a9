using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>A run that is told to end while the tenant is asked for something; what it says, and what is true.</summary>
internal sealed class StoppedRunTests
{
    private const string Prod = "prod 'Teapot' ";
    private const string Test = "test 'Teapot (Testing)' ";

    [TestCase(SandboxStep.List, 1, "failed: The run was stopped before it created or changed 'Teapot'.", "failed: The run was stopped before")]
    [TestCase(SandboxStep.Blueprints, 1, "failed: The run was stopped before", "failed: The run was stopped before")]
    [TestCase(SandboxStep.Presign, 1, "failed: The run was stopped before", "failed: The run was stopped before")]
    [TestCase(SandboxStep.Upload, 1, "failed: The run was stopped before", "failed: The run was stopped before")]
    [TestCase(SandboxStep.Create, 1, "failed: The run was stopped while it created 'Teapot', which may be there or not.", "failed: The run was stopped before")]
    [TestCase(SandboxStep.Assign, 1, "failed: 'Teapot' was created", "failed: The run was stopped before")]
    [TestCase(SandboxStep.Create, 2, "created: Created 'Teapot'", "failed: The run was stopped while it created 'Teapot (Testing)'")]
    public async Task Says_of_every_variant_what_was_done(SandboxStep step, int nth, string prod, string test)
    {
        await using var run = await StoppedAtAsync(step, nth);

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Interrupted), result.Log);
            Assert.That(result.Lines('E')[0], Is.EqualTo("Interrupted."));
            Assert.That(result.Lines('E')[1], Does.StartWith(Prod + prod));
            Assert.That(result.Lines('E')[2], Does.StartWith(Test + test));
            Assert.That(result.Changed, Is.EqualTo(prod.Contains("was created") || prod.StartsWith("created")));
        }
    }

    [Test]
    public async Task Names_the_Blueprints_that_a_new_app_did_not_get_into()
    {
        await using var run = await StoppedAtAsync(SandboxStep.Assign, 1);

        var result = await run.GoAsync();

        Assert.That(result.Error, Does.Contain("It is not in Standard; put it there in Kandji"));
    }

    [Test]
    public async Task The_next_run_ends_where_this_one_would_have(
        [Values(SandboxStep.List, SandboxStep.Presign, SandboxStep.Upload, SandboxStep.Create, SandboxStep.Assign)] SandboxStep step)
    {
        await using var run = await StoppedAtAsync(step, 1);
        await run.GoAsync();
        run.Cancel = CancellationToken.None;

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Done), result.Log);
            Assert.That(run.Sandbox.Tenant.Apps.Select(app => app.Name), Is.EquivalentTo(new[] { "Teapot", "Teapot (Testing)" }));
            Assert.That(run.Sandbox.Tenant.Apps.Select(app => app.Sha256), Has.All.EqualTo(run.InstallerSha256));
        }
    }

    [Test]
    public async Task All_that_was_done_is_a_success_although_Slack_was_not_told()
    {
        await using var run = await StoppedAtAsync(SandboxStep.Slack, 1);
        run.WithConfig("""{ "slack": { "enabled": true }, "token_keystore": { "environment": true } }""")
            .WithVariable("SLACK_TOKEN", run.Sandbox.WebhookUrl.AbsoluteUri);

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Done), result.Log);
            Assert.That(result.Actions, Is.EqualTo(new[] { "created", "created" }));
            Assert.That(result.Warnings, Has.Exactly(2).Contains("before Slack had the message"));
        }
    }

    [Test]
    public async Task A_day_is_enough_for_any_run()
    {
        var clock = new LimitClock();
        var options = At(SandboxStep.Upload, 1, clock.ExpireLimits);
        await using var run = await RecipeRun.StartAsync(options, clock);

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.RunFailed), result.Log);
            Assert.That(result.Lines('E')[0], Is.EqualTo("The run had not ended after 24 hours and was stopped."));
            Assert.That(run.Sandbox.Tenant.Apps, Is.Empty);
        }
    }

    private static async Task<RecipeRun> StoppedAtAsync(SandboxStep step, int nth)
    {
        var stop = new CancellationTokenSource();
        var run = await RecipeRun.StartAsync(At(step, nth, stop.Cancel));
        run.Cancel = stop.Token;
        return run.With("prod_name", "Teapot").With("test_name", "Teapot (Testing)").With("blueprints", "Standard");
    }

    private static SandboxOptions At(SandboxStep step, int nth, Action happening) => new()
    {
        Watch = request =>
        {
            if (request.Step == step && Interlocked.Decrement(ref nth) == 0)
            {
                happening();
            }
        },
    };
}
