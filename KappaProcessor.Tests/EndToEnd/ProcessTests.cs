using Kappa.Sandbox;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

internal sealed class ProcessTests
{
    /// <summary>Every key that KAPPA 1.0's own file has, in its order.</summary>
    private const string KappasConfiguration = """
        {
          "kandji" : { "api_url" : "TENANT.api.kandji.io", "token_name" : "KANDJI_TOKEN" },
          "li_enforcement" : { "delays" : { "prod" : 5, "test" : 0 }, "type" : "audit_enforce" },
          "slack" : { "enabled" : false, "webhook_name" : "SLACK_TOKEN" },
          "token_keystore" : { "environment" : true, "keychain" : false },
          "use_recipe_map" : true,
          "zz_defaults" : {
            "auto_create_app" : true,
            "dry_run" : false,
            "dynamic_lookup" : false,
            "new_app_naming" : "APPNAME (AutoPkg)",
            "self_service_category" : "Apps",
            "test_self_service_category" : "Utilities"
          }
        }
        """;

    [Test]
    public async Task Creates_the_app_as_the_recipe_says()
    {
        await using var run = await RecipeRun.StartAsync();
        run.With("prod_name", "Tea Pot").With("ss_category", "Productivity");

        var result = await run.GoAsync();

        var app = run.App("Tea Pot");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Done), result.Log);
            Assert.That(app.Enforcement, Is.EqualTo(Enforcement.SelfService));
            Assert.That(app.ShowInSelfService, Is.True);
            Assert.That(result.Field("self_service_category"), Is.EqualTo("Productivity"));
            Assert.That(result.Field("id"), Is.EqualTo(app.Id.Value));
            Assert.That(result.Field("sha256"), Is.EqualTo(app.Sha256));
        }
    }

    [Test]
    public async Task Serves_two_variants_from_one_upload()
    {
        await using var run = await RecipeRun.StartAsync();
        run.With("prod_name", "Teapot").With("test_name", "Teapot (Testing)");

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "created", "created" }), result.Log);
            Assert.That(result.Steps.Count(step => step == SandboxStep.Upload), Is.EqualTo(1));
            Assert.That(run.App("Teapot").FileKey, Is.EqualTo(run.App("Teapot (Testing)").FileKey));
        }
    }

    [Test]
    public async Task Leaves_an_unchanged_installer_alone_with_one_list()
    {
        await using var run = await RecipeRun.StartAsync();
        await run.GoAsync();

        var again = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Actions, Is.EqualTo(new[] { "unchanged" }), again.Log);
            Assert.That(again.Steps, Is.EqualTo(new[] { SandboxStep.List }));
            Assert.That(again.Changed, Is.False);
            Assert.That(again.Summary("custom_app"), Is.Null);
        }
    }

    [Test]
    public async Task Asks_for_the_app_itself_when_the_list_lacks_the_hash()
    {
        await using var run = await RecipeRun.StartAsync(new SandboxOptions { ListsSha256 = false });
        await run.GoAsync();

        var again = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Actions, Is.EqualTo(new[] { "unchanged" }));
            Assert.That(again.Steps, Is.EqualTo(new[] { SandboxStep.List, SandboxStep.Get }));
        }
    }

    [Test]
    public async Task Updates_the_app_when_the_installer_is_new()
    {
        await using var run = await RecipeRun.StartAsync();
        await run.GoAsync();
        var before = run.App("Teapot (AutoPkg)");

        var result = await run.Build("1.1").GoAsync();

        var after = run.App("Teapot (AutoPkg)");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "updated" }), result.Log);
            Assert.That(after.Id, Is.EqualTo(before.Id));
            Assert.That(after.Sha256, Is.Not.EqualTo(before.Sha256));
            Assert.That(result.Summary("version"), Is.EqualTo("1.1"));
        }
    }

    [Test]
    public async Task Updates_the_app_on_page_three()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Tenant.Add(Enumerable.Range(0, 699).Select(number => Some.CustomApp($"App {number}")));
        run.Sandbox.Tenant.Add(Some.CustomApp("Teapot (AutoPkg)"));

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "updated" }), result.Log);
            Assert.That(run.Sandbox.Tenant.Apps, Has.Count.EqualTo(700));
            Assert.That(result.Steps.Count(step => step == SandboxStep.List), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task Uploads_the_same_file_again_when_told_to()
    {
        await using var run = await RecipeRun.StartAsync();
        await run.GoAsync();

        var result = await run.With("force_upload", true).GoAsync();

        Assert.That(result.Actions, Is.EqualTo(new[] { "updated" }), result.Log);
    }

    [Test]
    public async Task Makes_a_second_app_of_the_name_only_when_told_to()
    {
        await using var run = await RecipeRun.StartAsync();
        await run.GoAsync();

        var result = await run.With("create_new", "yes").GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "created" }), result.Log);
            Assert.That(run.Sandbox.Tenant.Apps, Has.Count.EqualTo(2));
        }
    }

    [TestCase("O'Reilly \"Tea\" & <Pot>; $(rm -rf /) `id` 100% + ünïcödé 🫖")]
    [TestCase("  leading and trailing  ")]
    public async Task Sends_names_as_they_are(string name)
    {
        await using var run = await RecipeRun.StartAsync();

        var result = await run.With("prod_name", name).GoAsync();

        Assert.That(run.Sandbox.Tenant.Apps.Select(app => app.Name), Is.EqualTo(new[] { name }), result.Log);
    }

    [Test]
    public async Task A_dry_run_reads_and_writes_nothing()
    {
        await using var run = await RecipeRun.StartAsync();
        run.With("dry_run", "true").With("ss_category", "Apps").With("blueprints", "None");
        run.Sandbox.Tenant.Add(new SandboxBlueprint("b-1", "None", []));

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Done), result.Log);
            Assert.That(result.Steps, Is.EquivalentTo(new[] { SandboxStep.List, SandboxStep.Categories, SandboxStep.Blueprints }));
            Assert.That(result.Actions, Is.EqualTo(new[] { "planned" }));
            Assert.That(result.Changed, Is.False);
            Assert.That(result.Summary("action"), Is.EqualTo("planned"));
        }
    }

    [Test]
    public async Task Nothing_new_downloaded_is_a_quiet_success()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Environment.Remove("pkg_path");
        run.With("download_changed", false);

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Done), result.Log);
            Assert.That(result.Actions, Is.EqualTo(new[] { "unchanged" }));
            Assert.That(result.Steps, Is.Empty);
        }
    }

    [Test]
    public async Task Takes_the_download_itself_when_it_is_an_installer()
    {
        await using var run = await RecipeRun.StartAsync();
        run.With("pathname", run.Environment["pkg_path"]);
        run.Environment.Remove("pkg_path");

        var result = await run.GoAsync();

        Assert.That(result.Actions, Is.EqualTo(new[] { "created" }), result.Log);
    }

    [Test]
    public async Task No_installer_at_all_is_an_error_that_says_which_processors_set_it()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Environment.Remove("pkg_path");

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.RunFailed));
            Assert.That(result.Error, Does.Contain("pkg_path").And.Contain("PkgCreator"));
            Assert.That(result.Output, Is.Empty);
        }
    }

    [Test]
    public async Task One_variant_failing_does_not_stop_the_other()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Tenant.Add(Some.CustomApp("Teapot"), Some.CustomApp("Teapot"));
        run.With("prod_name", "Teapot").With("test_name", "Teapot (Testing)");

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.RunFailed));
            Assert.That(result.Actions, Is.EqualTo(new[] { "failed", "created" }), result.Log);
            Assert.That(result.Lines('E'), Has.Count.EqualTo(2));
            Assert.That(result.Error, Does.Contain("prod 'Teapot' failed").And.Contain("test 'Teapot (Testing)' created"));
        }
    }

    [Test]
    public async Task Duplicates_are_all_named_with_their_pages()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Tenant.Add(Some.CustomApp("Teapot (AutoPkg)"), Some.CustomApp("Teapot (AutoPkg)"));

        var result = await run.GoAsync();

        Assert.That(run.Sandbox.Tenant.Apps, Has.All.Matches<CustomApp>(app =>
            result.Error.Contains($"{run.Sandbox.Origin}library/custom-apps/{app!.Id}", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Puts_a_new_app_into_its_Blueprints()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Tenant.Add(new SandboxBlueprint("b-1", "Engineering", []));

        var result = await run.With("blueprints", "engineering").GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "created" }), result.Log);
            Assert.That(run.Sandbox.Tenant.State.Assignments.Single().BlueprintId, Is.EqualTo("b-1"));
        }
    }

    [Test]
    public async Task An_unknown_Blueprint_fails_before_anything_is_uploaded()
    {
        await using var run = await RecipeRun.StartAsync();

        var result = await run.With("blueprints", "Enginering").GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.RunFailed));
            Assert.That(result.Error, Does.Contain("Enginering"));
            Assert.That(result.Steps, Is.EquivalentTo(new[] { SandboxStep.List, SandboxStep.Blueprints }));
        }
    }

    [Test]
    public async Task Waits_while_Kandji_still_processes_the_upload()
    {
        await using var run = await RecipeRun.StartAsync(new SandboxOptions { ProcessingTime = TimeSpan.FromSeconds(20) });

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "created" }), result.Log);
            Assert.That(run.Sandbox.Tenant.Apps, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task A_create_whose_answer_is_lost_makes_one_app()
    {
        await using var run = await RecipeRun.StartAsync();
        run.Sandbox.Faults.Add(SandboxFaults.Parse("create:reset-after"));

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "created" }), result.Log);
            Assert.That(run.Sandbox.Tenant.Apps, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task A_tenant_that_refuses_the_token_ends_the_run_with_a_sentence()
    {
        await using var run = await RecipeRun.StartAsync();

        var result = await run.WithVariable("KANDJI_TOKEN", "another-token").GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.RunFailed));
            Assert.That(result.Error, Does.Contain("401"));
            Assert.That(result.Output, Is.Empty);
        }
    }

    [Test]
    public async Task Skips_with_a_row_in_the_summary_when_it_may_not_create()
    {
        await using var run = await RecipeRun.StartAsync();
        run.WithConfig("""{ "zz_defaults": { "auto_create_app": false } }""");

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Done), result.Log);
            Assert.That(result.Actions, Is.EqualTo(new[] { "skipped" }));
            Assert.That(result.Summary("action"), Is.EqualTo("skipped"));
            Assert.That(result.Warnings, Has.Some.Contains("auto_create_app"));
        }
    }

    [Test]
    public async Task The_configuration_and_recipe_map_of_KAPPA_work_unchanged()
    {
        await using var run = await RecipeRun.StartAsync();
        run.WithConfig(KappasConfiguration);
        run.Folder.Write("recipe_map.json", """
            {
              "Teapot.pkg": { "prod_name": "Tea Pot", "test_name": "Tea Pot (Soak Test)", "test_category": "Productivity" },
              "Kettle.pkg": { "prod_name": "Kettle" }
            }
            """);

        var result = await run.GoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Actions, Is.EqualTo(new[] { "created", "created" }), result.Log);
            Assert.That(run.App("Tea Pot").Enforcement, Is.EqualTo(Enforcement.AuditEnforce));
            Assert.That(result.Field("self_service_category", variant: "test"), Is.EqualTo("Productivity"));
            Assert.That(result.Warnings, Is.Empty);
        }
    }
}
