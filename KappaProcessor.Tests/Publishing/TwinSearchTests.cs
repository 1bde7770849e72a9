using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.Publishing;

/// <summary>Another machine that creates an app while a run creates its own.</summary>
internal sealed class TwinSearchTests
{
    private const string Name = "Teapot (AutoPkg)";

    [TestCase(0, 2, TestName = "One page is looked at once more")]
    [TestCase(700, 4, TestName = "Of three pages the first alone is looked at, as long as nothing else appeared")]
    public async Task Costs_one_call(int others, int lists)
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Tenant.Add(Some.SandboxApps(others));

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "created" }), result.Log);
            Assert.That(result.Steps.Count(step => step == SandboxStep.List), Is.EqualTo(lists));
            Assert.That(result.Warnings, Is.Empty);
        }
    }

    [TestCase(0)]
    [TestCase(700)]
    public async Task A_twin_is_a_warning_with_both_pages(int others)
    {
        var happening = () => { };
        await using var run = await RecipeRun.StartAsync(When(SandboxStep.Create, () => happening()));
        run.Sandbox.Tenant.Add(Some.SandboxApps(others));
        happening = () => run.Sandbox.Tenant.Add(Some.CustomApp(Name));

        var result = await run.GoAsync();

        var twins = run.Sandbox.Tenant.Apps.Where(app => app.Name == Name).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "created" }), result.Log);
            Assert.That(twins, Has.Count.EqualTo(2));
            Assert.That(result.Warnings, Has.One.Contains($"library/custom-apps/{twins[0].Id}")
                .And.Contains($"library/custom-apps/{twins[1].Id}"));
        }
    }

    [Test]
    public async Task An_app_of_another_name_is_none()
    {
        var happening = () => { };
        await using var run = await RecipeRun.StartAsync(When(SandboxStep.Create, () => happening()));
        happening = () => run.Sandbox.Tenant.Add(Some.CustomApp("Kettle"));

        var result = await run.GoAsync();

        Assert.That(result.Warnings, Is.Empty);
    }

    [Test]
    public async Task A_second_app_that_was_asked_for_is_none()
    {
        await using var run = await RecipeRun.StartAsync();
        await run.GoAsync();

        var result = await run.With("create_new", true).GoAsync();

        Assert.That((result.Warnings.Count, result.Steps.Contains(SandboxStep.List)), Is.EqualTo((0, false)));
    }

    [Test]
    public async Task A_search_that_fails_does_not_fail_the_run()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Faults.Add(SandboxFaults.Parse("list:500*@2"));

        var result = await run.GoAsync();

        Assert.That((result.ExitCode, result.Actions[0]), Is.EqualTo((ExitCode.Done, "created")), result.Log);
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
