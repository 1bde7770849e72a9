using Kappa.Tests.Support;

namespace Kappa.Tests.Commands;

/// <summary><c>kappa setup</c> where KAPPA, kpkg or irupkg were before.</summary>
internal sealed class SetupTakeoverTests
{
    private const string Repository = "Library/AutoPkg/RecipeRepos/com.github.kandji-inc.KAPPA";

    [TestCase(Repository)]
    [TestCase("Library/AutoPkg/RecipeOverrides")]
    [TestCase("Library/AutoPkg/RecipeOverrides/KAPPA")]
    public async Task KAPPAs_configuration_is_offered_and_taken_over(string place)
    {
        await using var run = await SetupRun.StartAsync();
        var old = WriteKappa(run, place);
        run.Person.With("API token (", SetupRun.Token);

        var result = await run.GoAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(run.Person.Screen[0], Is.EqualTo(
            $"Take it over from {old}, which is left as it is (yes, no) [yes]: "));
        var config = run.Read();
        Assert.That(
            (config.ApiUrl, config.NewAppNaming, config.ProdDelayDays, config.AutoCreate, config.UseRecipeMap),
            Is.EqualTo((run.Address, "APPNAME (KAPPA)", 5, false, true)));
        Assert.That(
            File.ReadAllText(Path.Combine(run.UserFolder, "recipe_map.json")), Is.EqualTo("""{ "A.pkg": {} }"""));
        Assert.That(Directory.GetFiles(old), Has.Length.EqualTo(3));
    }

    [TestCase(true, "Library/IruPackages")]
    [TestCase(true, "Library/KandjiPackages")]
    [TestCase(false, ".local/share/irupkg")]
    [TestCase(false, ".local/share/kpkg")]
    public async Task The_package_tools_configuration_is_taken_over(bool isMac, string place)
    {
        await using var run = await SetupRun.StartAsync();
        run.IsMac = isMac;
        WritePackages(run, place);
        run.Person.With("API token (", SetupRun.Token);

        var result = await run.GoAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(
            (run.Config.ContainsKey("iru"), run.Read().TokenName, run.Read().UsePackageMap),
            Is.EqualTo((false, "IRUPKG_TOKEN", true)));
        Assert.That(
            Directory.GetFiles(run.UserFolder).Select(Path.GetFileName),
            Is.SupersetOf((string[])["config.json", "package_map.json", "brew_cron.json"]));
    }

    [Test]
    public async Task Who_declines_starts_afresh()
    {
        await using var run = await SetupRun.WithPersonAsync();
        WriteKappa(run, Repository);
        run.Person.With("Take it over", "no");

        await run.GoAsync();

        Assert.That(run.Read().NewAppNaming, Is.EqualTo("APPNAME (AutoPkg)"));
        Assert.That(File.Exists(Path.Combine(run.UserFolder, "recipe_map.json")), Is.False);
    }

    [Test]
    public async Task A_map_that_is_there_already_stays()
    {
        await using var run = await SetupRun.StartAsync();
        WriteKappa(run, Repository);
        run.WithConfig("{}");
        File.WriteAllText(Path.Combine(run.UserFolder, "recipe_map.json"), "mine");

        var result = await run.GoAloneAsync("--from", run.Folder[$"home/{Repository}"]);

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(File.ReadAllText(Path.Combine(run.UserFolder, "recipe_map.json")), Is.EqualTo("mine"));
        Assert.That(result.Output, Does.Contain("recipe_map.json was there already and stays"));
    }

    [Test]
    public async Task Nobody_is_offered_anything_who_has_a_configuration()
    {
        await using var run = await SetupRun.WithPersonAsync();
        WriteKappa(run, Repository);
        run.WithConfig("{}");

        await run.GoAsync();

        Assert.That(run.Person.Text, Does.Not.Contain("Take it over"));
    }

    [Test]
    public async Task Alone_nothing_is_taken_over_unless_it_is_named()
    {
        await using var run = await SetupRun.StartAsync();
        WriteKappa(run, Repository);

        await run.GoAloneAsync();

        Assert.That(run.Read().NewAppNaming, Is.EqualTo("APPNAME (AutoPkg)"));
    }

    [Test]
    public async Task Kappas_own_shim_is_no_older_tool()
    {
        await using var run = await SetupRun.WithPersonAsync();
        WriteKappa(run, Repository);
        run.Write($"{Repository}/config.example.json", "{}");

        await run.GoAsync();

        Assert.That(run.Person.Text, Does.Not.Contain("Take it over"));
    }

    [Test]
    public async Task A_folder_without_configuration_is_an_error()
    {
        await using var run = await SetupRun.StartAsync();

        var result = await run.GoAloneAsync("--from", run.Folder["nowhere"]);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Errors, Does.Contain($"There is no {run.Folder["nowhere/config.json"]} to take over."));
    }

    [Test]
    public async Task A_value_that_is_wrong_is_told_and_asked_for()
    {
        await using var run = await SetupRun.WithPersonAsync();
        WritePackages(run, ".local/share/kpkg", type: "audit");

        var result = await run.GoAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(
            result.Errors,
            Does.Contain("li_enforcement.type is 'audit', which is not known, and is not taken over."));
        Assert.That(run.Person.Text, Does.Contain("[install_once]"));
    }

    private static string WriteKappa(SetupRun run, string place)
    {
        run.Write($"{place}/KAPPA.py", "");
        run.Write($"{place}/recipe_map.json", """{ "A.pkg": {} }""");
        return Path.GetDirectoryName(run.Write(
            $"{place}/config.json",
            $$"""
            {
              "kandji": { "api_url": "{{run.Address}}", "token_name": "KANDJI_TOKEN" },
              "li_enforcement": { "delays": { "prod": 5, "test": 0 }, "type": "audit_enforce" },
              "slack": { "enabled": false, "webhook_name": "SLACK_TOKEN" },
              "token_keystore": { "environment": false, "keychain": false },
              "use_recipe_map": true,
              "zz_defaults": { "auto_create_new_app": false, "dynamic_lookup_fallback": true,
                "new_app_naming": "APPNAME (KAPPA)" }
            }
            """))!;
    }

    private static void WritePackages(SetupRun run, string place, string type = "audit_enforce")
    {
        run.Write($"{place}/package_map.json", "{}");
        run.Write($"{place}/brew_cron.json", """{ "brew_casks": ["zed"], "every_n_hours": 2 }""");
        run.Write(
            $"{place}/config.json",
            $$"""
            {
              "iru": { "api_url": "{{run.Address}}", "token_name": "IRUPKG_TOKEN" },
              "li_enforcement": { "type": "{{type}}" }, "use_package_map": true
            }
            """);
    }
}
