using Kappa.Sandbox;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Commands;

internal sealed class UploadCommandTests
{
    [TestCase("")]
    [TestCase("-p")]
    [TestCase("--pkg")]
    public async Task A_file_becomes_an_app_named_after_its_application(string flag)
    {
        await using var run = await UploadRun.StartAsync();
        var path = run.Package("anything-7.pkg");

        var result = await run.GoAsync([.. flag.Length > 0 ? [flag] : Array.Empty<string>(), path]);

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(run.AppNames, Is.EqualTo(["Teapot (AutoPkg)"]));
        Assert.That(run.App("Teapot (AutoPkg)").FileName, Does.StartWith("anything-7_"));
    }

    [Test]
    public async Task The_same_file_again_is_not_sent()
    {
        await using var run = await UploadRun.StartAsync();
        var path = run.Package("Teapot.pkg");
        await run.GoAsync(path);

        var results = await run.JsonAsync(path);

        Assert.That((string?)results.Single()["action"], Is.EqualTo("unchanged"));
        Assert.That(run.Count(SandboxStep.Upload), Is.EqualTo(1));
    }

    [TestCase("-n", "-t", "-s", "-z")]
    [TestCase("--name", "--testname", "--sscategory", "--zzcategory")]
    public async Task Names_and_categories_are_those_of_the_flags(string n, string t, string s, string z)
    {
        await using var run = await UploadRun.StartAsync();

        await run.GoAsync(
            run.Package("a.pkg"), n, "Tea", t, "Tea (Test)", s, "Productivity", z, "Utilities");

        var categories = run.Sandbox.Tenant.State.Categories.ToDictionary(one => one.Id, one => one.Name);
        Assert.That(
            run.Sandbox.Tenant.Apps.Select(app => (app.Name, categories[app.SelfServiceCategoryId!])),
            Is.EquivalentTo([("Tea", "Productivity"), ("Tea (Test)", "Utilities")]));
        Assert.That(run.Count(SandboxStep.Upload), Is.EqualTo(1));
    }

    [TestCase("-c")]
    [TestCase("--create")]
    public async Task A_second_app_is_created_when_asked_for(string flag)
    {
        await using var run = await UploadRun.StartAsync();
        var path = run.Package("a.pkg");
        await run.GoAsync(path, "-n", "Tea");

        await run.GoAsync(path, "-n", "Tea", flag);

        Assert.That(run.AppNames, Is.EqualTo(["Tea", "Tea"]));
    }

    [TestCase("-y")]
    [TestCase("--dry-run")]
    [TestCase("--dry")]
    public async Task A_dry_run_sends_nothing(string flag)
    {
        await using var run = await UploadRun.StartAsync();

        var results = await run.JsonAsync(run.Package("a.pkg"), flag);

        Assert.That((string?)results.Single()["action"], Is.EqualTo("planned"));
        Assert.That(run.Sandbox.Requests.Select(request => request.Method), Has.All.EqualTo("GET"));
    }

    [TestCase("audit_enforce", "continuously_enforce")]
    [TestCase("install_once", "install_once")]
    [TestCase("self_service", "no_enforcement")]
    public async Task A_new_app_is_enforced_as_the_flag_says(string word, string apiWord)
    {
        var (run, result) = await UploadRun.OfTeapotAsync("-n", "Tea", "--enforcement", word);
        await using var end = run;

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(run.App("Tea").Enforcement.ApiWord, Is.EqualTo(apiWord));
    }

    [Test]
    public async Task An_enforced_app_gets_a_script_that_looks_for_what_is_in_the_file()
    {
        var (run, _) = await UploadRun.OfTeapotAsync("-n", "Tea", "--enforcement", "audit_enforce");
        await using var end = run;

        Assert.That(
            run.App("Tea").AuditScript,
            Does.Contain("APP_NAME='Teapot.app'").And.Contain("MINIMUM_ENFORCED_VERSION='1.0'"));
    }

    [Test]
    public async Task The_script_looks_for_the_version_that_lands_on_the_Mac()
    {
        await using var run = await UploadRun.StartAsync();
        var files = new CpioBuilder().WithApplication("./Firefox.app", Some.InfoPlist(version: "129.1"));
        var path = run.Folder.Write(
            "a.pkg", PackageBuilder.Component(payload: PackageBuilder.Payload(files)).Build());

        await run.GoAsync(path, "-n", "Firefox", "--enforcement", "audit_enforce");

        Assert.That(run.App("Firefox").AuditScript, Does.Contain("MINIMUM_ENFORCED_VERSION='129.1'"));
    }

    [TestCase("-n", "Tea")]
    [TestCase("-t", "Tea")]
    public async Task A_new_app_is_put_into_the_Blueprints_of_the_flags(string flag, string name)
    {
        await using var run = await UploadRun.StartAsync();
        var blueprints = new[] { "Kitchen", "Garden" };
        run.Sandbox.Tenant.Add(new SandboxBlueprint("b-1", "Kitchen", []));
        run.Sandbox.Tenant.Add(new SandboxBlueprint("b-2", "Garden", []));

        var results = await run.JsonAsync(
            [run.Package("a.pkg"), flag, name, .. blueprints.SelectMany(one => new[] { "--blueprint", one })]);

        Assert.That(results.Single()["blueprints"]!.Values<string>(), Is.EqualTo(blueprints));
    }

    [Test]
    public async Task Force_sends_a_file_that_the_tenant_has()
    {
        await using var run = await UploadRun.StartAsync();
        var path = run.Package("a.pkg");
        await run.GoAsync(path);

        await run.GoAsync(path, "--force");

        Assert.That(run.Count(SandboxStep.Upload), Is.EqualTo(2));
    }

    [TestCase("-d")]
    [TestCase("--debug")]
    public async Task Debug_tells_why_as_well(string flag)
    {
        await using var run = await UploadRun.StartAsync();
        var path = run.Package("a.pkg");

        var quiet = await run.GoAsync(path, "-y");
        var loud = await run.GoAsync(path, "-y", flag);

        Assert.That(quiet.Errors, Does.Not.Contain("DEBUG"));
        Assert.That(loud.Errors, Does.Contain(" DEBUG   Configuration: no file"));
    }

    [Test]
    public async Task The_configuration_is_the_one_named()
    {
        await using var run = await UploadRun.StartAsync();
        var config = run.Folder.Write("other.json", """{ "zz_defaults": { "new_app_naming": "APPNAME here" } }""");

        await run.GoAsync(run.Package("a.pkg"), "--config", config);

        Assert.That(run.AppNames, Is.EqualTo(["Teapot here"]));
    }

    [TestCase("org.mozilla.firefox")]
    [TestCase("org.mozilla.firefox.pkg")]
    public async Task The_package_map_names_it_by_bundle_or_package_id(string id)
    {
        await using var run = await UploadRun.StartAsync();
        run.WithMap($$"""{ "{{id}}": { "prod_name": "Tea", "test_name": "Tea (Test)" } }""");

        await run.GoAsync(run.Folder.Write("a.pkg", PackageBuilder.Component().Build()));

        Assert.That(run.AppNames, Is.EqualTo(["Tea", "Tea (Test)"]));
    }

    [Test]
    public async Task A_flag_wins_over_the_package_map()
    {
        await using var run = await UploadRun.StartAsync();
        run.WithMap("""{ "org.example.teapot": { "prod_name": "Mapped", "ss_category": "Utilities" } }""");

        var results = await run.JsonAsync(run.Package("a.pkg"), "-n", "Typed");

        Assert.That(
            ((string?)results.Single()["name"], (string?)results.Single()["self_service_category"]),
            Is.EqualTo(("Typed", "Utilities")));
    }

    [Test]
    public async Task An_installer_without_an_application_is_named_after_its_file()
    {
        await using var run = await UploadRun.StartAsync();
        var path = run.Folder.Write(
            "my-tool_1.2.3-arm64.pkg",
            PackageBuilder.Component(Some.PackageInfo("com.acme.tool", "1.2", content: ""), []).Build());

        await run.GoAsync(path);

        Assert.That(run.AppNames, Is.EqualTo(["my-tool (AutoPkg)"]));
    }

    [Test]
    public async Task The_receipt_that_the_map_knows_is_the_one_that_is_enforced()
    {
        await using var run = await UploadRun.StartAsync();
        run.WithMap("""{ "com.acme.second": { "prod_name": "Tool", "enforcement_type": "audit_enforce" } }""");
        var path = run.Folder.Write("tools.pkg", TwoTools());

        var result = await run.GoAsync(path);

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(
            run.App("Tool").AuditScript,
            Does.Contain("PKG_ID='com.acme.second'").And.Contain("MINIMUM_ENFORCED_VERSION='2.5'"));
    }

    [Test]
    public async Task One_that_fails_does_not_stop_the_others()
    {
        await using var run = await UploadRun.StartAsync();
        var (none, last) = (run.Folder["none.pkg"], run.Package("b.pkg", "Kettle"));

        var result = await run.GoAsync(run.Package("a.pkg"), none, last, "--json");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(
            JArray.Parse(result.Output).Select(one => ((string?)one["file"], (string?)one["action"])),
            Is.EqualTo([(run.Folder["a.pkg"], "created"), (none, "failed"), (last, "created")]));
        Assert.That(result.Errors, Does.Contain($" ERROR   none.pkg: There is no installer at {none}."));
    }

    [Test]
    public async Task Results_for_programs_have_the_fields_of_kappa_results()
    {
        await using var run = await UploadRun.StartAsync();
        var path = run.Package("Teapot-1.0.pkg");

        var results = await run.JsonAsync(path, "-n", "Tea", "-s", "Apps");

        var result = (JObject)results.Single();
        Assert.That(
            string.Join(' ', result.Properties().Select(field => field.Name)),
            Is.EqualTo("file variant name action id url enforcement self_service_category version sha256 file_key message"));
        Assert.That(
            ((string?)result["file"], (string?)result["variant"], (string?)result["version"]),
            Is.EqualTo((path, "prod", "1.0")));
    }

    [Test]
    public async Task Stopped_it_says_what_it_did_not_come_to()
    {
        await using var run = await UploadRun.StartAsync();
        using var stop = new CancellationTokenSource();
        run.Cancel = stop.Token;
        run.Watching = request => Stop(request, stop);
        var (first, second) = (run.Package("a.pkg"), run.Package("b.pkg", "Kettle"));

        var result = await run.GoAsync(first, second, "--json");

        Assert.That(result.ExitCode, Is.EqualTo(130));
        Assert.That(result.Errors, Does.Contain("ERROR   Interrupted; not looked at: b.pkg."));
        Assert.That(
            JArray.Parse(result.Output).Select(one => ((string?)one["file"], (string?)one["action"])),
            Is.EqualTo([(first, "failed")]));
    }

    [Test]
    public async Task A_cask_that_cannot_be_had_is_an_error_of_its_own()
    {
        await using var run = await UploadRun.StartAsync();

        var result = await run.GoAsync("-b", "no-such-cask", run.Package("a.pkg"), "--json");

        Assert.That(
            JArray.Parse(result.Output).Select(one => (string?)one["cask"] ?? (string?)one["action"]),
            Is.EqualTo(["created", "no-such-cask"]));
    }

    [TestCase]
    [TestCase("a.pkg", "--unknown")]
    [TestCase("a.pkg", "b.pkg", "-n", "Tea")]
    [TestCase("a.pkg", "-p", "b.pkg", "-t", "Tea")]
    [TestCase("a.pkg", "-b", "firefox", "-s", "Apps")]
    [TestCase("-b", "firefox", "-b", "slack", "-z", "Apps")]
    [TestCase("a.pkg", "-n", " ")]
    [TestCase("a.pkg", "-s", "")]
    [TestCase("a.pkg", "--blueprint", "")]
    [TestCase("a.pkg", "-u", "Applications")]
    [TestCase("a.pkg", "--enforcement", "sometimes")]
    public async Task A_wrong_command_line_ends_with_2_and_sends_nothing(params string[] arguments)
    {
        await using var run = await UploadRun.StartAsync();

        var result = await run.GoAsync(arguments);

        Assert.That((result.ExitCode, run.Sandbox.Requests.Count), Is.EqualTo((2, 0)));
    }

    [Test]
    public async Task Several_files_may_have_flags_that_name_none()
    {
        await using var run = await UploadRun.StartAsync();

        var result = await run.GoAsync(
            run.Package("a.pkg"), "-p", run.Package("b.pkg", "Kettle"), "--enforcement", "install_once");

        Assert.That((result.ExitCode, run.AppNames.Count), Is.EqualTo((0, 2)), result.Errors);
    }

    private static void Stop(LoggedRequest request, CancellationTokenSource stop)
    {
        if (request.Step == SandboxStep.Presign)
        {
            stop.Cancel();
        }
    }

    private static byte[] TwoTools() => PackageBuilder.Suite(
        Some.Distribution("""
            <pkg-ref id="com.acme.first">#first.pkg</pkg-ref>
            <pkg-ref id="com.acme.second">#second.pkg</pkg-ref>
            """),
        ("first.pkg", Some.PackageInfo("com.acme.first", "1.5", content: "", kBytes: 900), null),
        ("second.pkg", Some.PackageInfo("com.acme.second", "2.5", content: "", kBytes: 10), null)).Build();
}
