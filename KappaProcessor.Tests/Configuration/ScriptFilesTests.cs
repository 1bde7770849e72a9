using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

internal sealed class ScriptFilesTests
{
    private const string Script = "#!/bin/zsh\nexit 0\n";

    [TestCase("#!/bin/zsh\nexit 0\n")]
    [TestCase("\n  #!/bin/zsh\nexit 0\n", TestName = "White space before it is dropped")]
    public void A_value_that_starts_with_a_shebang_is_the_script(string value)
    {
        var request = Some.RunRequest(new StatedSettings { PreinstallScript = ScriptSource.Parse(value) });

        Assert.That(Load(request).Preinstall, Is.EqualTo(Script));
    }

    [Test]
    public void A_relative_path_leads_to_the_recipes_folder_first_and_then_to_its_parents()
    {
        using var folder = new TempFolder();
        folder.Write("override/scripts/pre.sh", "#!/bin/sh\necho override\n");
        folder.Write("parent/scripts/pre.sh", "#!/bin/sh\necho parent\n");
        folder.Write("parent/scripts/post.sh", Script);
        var request = Request("scripts/pre.sh", "scripts/post.sh") with
        {
            RecipeFolders = [folder["override"], folder["parent"]],
        };

        var scripts = Load(request);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(scripts.Preinstall, Is.EqualTo("#!/bin/sh\necho override\n"));
        Assert.That(scripts.Postinstall, Is.EqualTo(Script));
    }

    [Test]
    public void An_absolute_path_is_taken_as_it_is()
    {
        using var folder = new TempFolder();

        Assert.That(Load(Request(folder.Write("pre.sh", Script), null)).Preinstall, Is.EqualTo(Script));
    }

    [Test]
    public void A_relative_path_in_a_map_leads_to_the_maps_folder_first()
    {
        using var folder = new TempFolder();
        folder.Write("kappa/pre.sh", Script);
        folder.Write("recipe/pre.sh", "#!/bin/sh\n");
        var stated = new StatedSettings { PreinstallScript = ScriptSource.Parse("pre.sh") };
        var entry = new MapEntry("Firefox.pkg", folder["kappa/recipe_map.json"], stated, []);

        var scripts = Load(Some.RunRequest() with { RecipeFolders = [folder["recipe"]] }, entry);

        Assert.That(scripts.Preinstall, Is.EqualTo(Script));
    }

    [Test]
    public void The_recipes_script_wins_over_the_maps()
    {
        var stated = new StatedSettings { PreinstallScript = ScriptSource.Parse("missing.sh") };
        var request = Some.RunRequest(new StatedSettings { PreinstallScript = ScriptSource.Parse(Script) });

        Assert.That(
            Load(request, new MapEntry("F", Some.RecipeMapPath, stated, [])).Preinstall, Is.EqualTo(Script));
    }

    [Test]
    public void A_script_that_is_not_there_is_an_error_that_names_variable_path_and_folders()
    {
        var request = Request(null, "scripts/post.sh") with { RecipeFolders = ["/no/recipe", "/no/parent"] };

        Assert.That(() => Load(request), Throws.TypeOf<KappaException>().With.Message.EqualTo(
            "recipe Firefox.pkg: postinstall_script names 'scripts/post.sh', which is in none of /no/recipe, "
            + "/no/parent. Name a file relative to the recipe, an absolute path, or a text that starts "
            + "with #!."));
    }

    [TestCase("", "is empty")]
    [TestCase("#!/bin/zsh\r\nexit 0\r\n", "has Windows line endings")]
    [TestCase("\0", "is no text file")]
    public void A_script_that_no_Mac_could_run_is_an_error(string text, string fault)
    {
        using var folder = new TempFolder();
        var path = folder.Write("pre.sh", text);

        Assert.That(
            () => Load(Request(path, null)),
            Throws.TypeOf<KappaException>()
                .With.Message.Contains($"preinstall_script names {path}, which {fault}"));
    }

    [Test]
    public void A_script_without_end_is_an_error()
    {
        using var folder = new TempFolder();
        var path = folder.Write("pre.sh", new string('#', TextFile.LargestSize + 1));

        Assert.That(
            () => Load(Request(path, null)),
            Throws.TypeOf<KappaException>().With.Message.Contains("is larger than"));
    }

    [Test]
    public void The_audit_script_of_the_command_line_wins_over_the_configured_one()
    {
        using var folder = new TempFolder();
        var (named, configured) = (
            folder.Write("named.zsh", "#!named\n"), folder.Write("configured.zsh", "#!configured\n"));
        var config = new ConfigFile { AuditScript = configured };

        using var claims = Assert.EnterMultipleScope();
        Assert.That(Load(Some.RunRequest(), null, config).AuditTemplate, Is.EqualTo("#!configured\n"));
        Assert.That(
            Load(Some.RunRequest() with { AuditScript = named }, null, config).AuditTemplate,
            Is.EqualTo("#!named\n"));
    }

    [Test]
    public void A_configured_audit_script_that_is_not_there_is_an_error_that_names_file_and_key()
    {
        var config = new ConfigFile { Path = Some.ConfigPath, AuditScript = "/no/audit.zsh" };

        Assert.That(
            () => Load(Some.RunRequest(), null, config),
            Throws.TypeOf<KappaException>().With.Message.StartsWith(
                "/kappa/config.json: audit_script names /no/audit.zsh, which does not exist."));
    }

    private static RunRequest Request(string? first, string? last) => Some.RunRequest(new StatedSettings
    {
        PreinstallScript = first is null ? null : ScriptSource.Parse(first),
        PostinstallScript = last is null ? null : ScriptSource.Parse(last),
    });

    private static LoadedScripts Load(RunRequest request, MapEntry? entry = null, ConfigFile? config = null)
    {
        var problems = new SettingsProblems();
        var scripts = new ScriptFiles(problems).Load(request, entry, config ?? ConfigFile.None);
        problems.ThrowIfAny();
        return scripts;
    }
}
