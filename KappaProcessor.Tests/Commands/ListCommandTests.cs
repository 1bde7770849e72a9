using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Commands;

/// <summary><c>kappa list</c> and <c>kappa map</c>.</summary>
internal sealed class ListCommandTests
{
    [TestCase("text")]
    [TestCase("csv", "--csv")]
    [TestCase("json", "--json")]
    public async Task Lists_the_Custom_Apps_by_name(string golden, params string[] arguments)
    {
        await using var run = await TenantAsync();

        var result = await run.RunAsync(["list", .. arguments]);

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Golden.Matches(result.Output, $"list/{golden}");
    }

    [Test]
    public async Task Every_page_is_listed()
    {
        await using var run = await UploadRun.StartAsync();
        run.Sandbox.Tenant.Add(Some.SandboxApps(301));

        var result = await run.RunAsync("list", "--json");

        Assert.That(JArray.Parse(result.Output), Has.Count.EqualTo(301));
    }

    [Test]
    public async Task A_map_is_filled_from_recipes_apps_and_categories()
    {
        await using var run = await TenantAsync();
        foreach (var file in (string[])["Zoom.pkg.recipe", "sub/Firefox.pkg.recipe.yaml", "notes.txt"])
        {
            run.Folder.Write($"overrides/{file}", "");
        }

        var result = await run.RunAsync("map", "--recipes", run.Folder["overrides"]);

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Golden.Matches(result.Output, "list/map");
    }

    [Test]
    public async Task AutoPkgs_own_overrides_are_found_without_being_named()
    {
        await using var run = await TenantAsync();
        run.Folder.Write("Library/AutoPkg/RecipeOverrides/Zoom.pkg.recipe", "");

        var result = await run.RunAsync("map");

        Assert.That(result.Output, Does.Contain("\r\nZoom.pkg,"));
    }

    [TestCase("list")]
    [TestCase("map")]
    [TestCase("upload", "a.pkg")]
    public async Task Root_is_told_that_its_keychain_is_another_one(params string[] arguments)
    {
        await using var run = await UploadRun.StartAsync();
        run.WithConfig("""{ "token_keystore": { "keychain": true, "environment": false } }""");
        run.WithVariable("ENV_KEYSTORE", null);
        run.Package("a.pkg");
        (run.IsMac, run.IsRoot) = (true, true);

        var result = await run.RunAsync(
            [.. arguments.Select(one => one == "a.pkg" ? run.Folder["a.pkg"] : one)]);

        Assert.That((result.ExitCode, run.Sandbox.Requests.Count), Is.EqualTo((1, 0)));
        Assert.That(result.Errors, Does.Contain("but root runs this, whose keychain is another one."));
    }

    [Test]
    public async Task Root_may_have_the_token_in_the_environment()
    {
        await using var run = await UploadRun.StartAsync();
        run.WithConfig("""{ "token_keystore": { "keychain": true, "environment": true } }""");
        (run.IsMac, run.IsRoot) = (true, true);

        Assert.That((await run.RunAsync("list")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Two_forms_at_once_are_a_wrong_command_line()
    {
        await using var run = await UploadRun.StartAsync();

        Assert.That((await run.RunAsync("list", "--json", "--csv")).ExitCode, Is.EqualTo(2));
    }

    private static async Task<UploadRun> TenantAsync()
    {
        var run = await UploadRun.StartAsync();
        var category = run.Sandbox.Tenant.State.Categories[0];
        run.Sandbox.Tenant.Add(
            Some.SandboxApp("id-2", "Zoom, \"the\" app") with
            {
                ShowInSelfService = true,
                SelfServiceCategoryId = category.Id,
            },
            Some.SandboxApp("id-1", "Firefox\u001B[2J"));
        return run;
    }
}
