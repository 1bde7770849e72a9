using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

internal sealed class ConfigLocatorTests
{
    [Test]
    public void The_option_wins_over_the_variable_and_that_over_every_usual_place()
    {
        using var folder = new TempFolder();
        var (option, variable) = (folder.Write("option.json", "{}"), folder.Write("variable.json", "{}"));
        folder.Write("shim/config.json", "{}");
        var surroundings = Some.Surroundings(folder["shim"], ("KAPPA_CONFIG", variable));

        using var claims = Assert.EnterMultipleScope();
        Assert.That(
            ConfigLocator.Locate(surroundings with { ConfigOption = option }).Config, Is.EqualTo(option));
        Assert.That(ConfigLocator.Locate(surroundings).Config, Is.EqualTo(variable));
    }

    [Test]
    public void A_named_file_that_is_not_there_is_an_error()
    {
        using var folder = new TempFolder();
        var none = folder["none.json"];
        var byVariable = Some.Surroundings(folder.Path, ("KAPPA_CONFIG", none));

        using var claims = Assert.EnterMultipleScope();
        Assert.That(
            () => ConfigLocator.Locate(byVariable),
            Throws.TypeOf<KappaException>().With.Message.StartsWith($"KAPPA_CONFIG names {none}, where"));
        Assert.That(
            () => ConfigLocator.Locate(Some.Surroundings(folder.Path) with { ConfigOption = folder.Path }),
            Throws.TypeOf<KappaException>().With.Message.StartsWith("--config names "));
    }

    [TestCase("shim/bin/linux-x64", TestName = "bin/RID/kappa of a shim")]
    [TestCase("shim/bin", TestName = "bin/kappa of a shim")]
    [TestCase("shim", TestName = "Beside the executable")]
    public void The_configuration_lies_beside_the_shim(string executableFolder)
    {
        using var folder = new TempFolder();
        var config = folder.Write("shim/config.json", "{}");
        folder.Write("shim/KAPPA.py", "");

        Assert.That(
            ConfigLocator.Locate(Some.Surroundings(folder[executableFolder])).Config, Is.EqualTo(config));
    }

    [Test]
    public void A_folder_above_the_executable_without_a_shim_is_nobodys()
    {
        using var folder = new TempFolder();
        folder.Write("local/config.json", "{}");

        Assert.That(ConfigLocator.Locate(Some.Surroundings(folder["local/bin"])).Config, Is.Null);
    }

    [Test]
    public void The_shim_can_say_where_it_is()
    {
        using var folder = new TempFolder();
        var config = folder.Write("shim/config.json", "{}");
        folder.Write("elsewhere/config.json", "{}");
        var surroundings = Some.Surroundings(folder["elsewhere"], ("KAPPA_SHIM_FOLDER", folder["shim"]));

        Assert.That(ConfigLocator.Locate(surroundings).Config, Is.EqualTo(config));
    }

    [TestCase(true, "Library/Application Support/Kappa/config.json", false, TestName = "macOS")]
    [TestCase(false, ".config/kappa/config.json", false, TestName = "Elsewhere")]
    [TestCase(false, "xdg/kappa/config.json", true, TestName = "Elsewhere with XDG_CONFIG_HOME")]
    [TestCase(
        true,
        "Library/Application Support/Kappa/config.json",
        true,
        TestName = "macOS knows no XDG_CONFIG_HOME")]
    public void Then_the_users_folder_is_looked_at(bool isMacOS, string file, bool withXdg)
    {
        using var folder = new TempFolder();
        var config = folder.Write(file, "{}");
        var surroundings = Some.Surroundings(
            folder["bin"], ("HOME", folder.Path), ("XDG_CONFIG_HOME", withXdg ? folder["xdg"] : ""));

        Assert.That(ConfigLocator.Locate(surroundings with { IsMacOS = isMacOS }).Config, Is.EqualTo(config));
    }

    [Test]
    public void A_relative_XDG_CONFIG_HOME_is_ignored_as_its_specification_asks()
    {
        using var folder = new TempFolder();
        var surroundings = Some.Surroundings(folder.Path, ("HOME", folder.Path), ("XDG_CONFIG_HOME", "xdg"));

        Assert.That(ConfigLocator.UserFolder(surroundings), Is.EqualTo(folder[".config/kappa"]));
    }

    [Test]
    public void Without_any_file_it_says_where_it_looked()
    {
        using var folder = new TempFolder();

        var location = ConfigLocator.Locate(Some.Surroundings(folder["bin"], ("HOME", folder.Path)));

        using var claims = Assert.EnterMultipleScope();
        Assert.That(location.Config, Is.Null);
        Assert.That(
            location.Searched, Is.EqualTo([folder["bin/config.json"], folder[".config/kappa/config.json"]]));
    }

    [Test]
    public void A_map_lies_beside_the_configuration_in_use_or_else_beside_the_shim()
    {
        using var folder = new TempFolder();
        var config = folder.Write("own/config.json", "{}");
        var besideShim = folder.Write("shim/recipe_map.json", "{}");
        var surroundings = Some.Surroundings(
            folder["bin"], ("KAPPA_SHIM_FOLDER", folder["shim"]), ("KAPPA_CONFIG", config));
        var location = ConfigLocator.Locate(surroundings);

        var before = location.FindMap("recipe_map.json");
        var besideConfig = folder.Write("own/recipe_map.json", "{}");

        using var claims = Assert.EnterMultipleScope();
        Assert.That(before, Is.EqualTo(besideShim));
        Assert.That(location.FindMap("recipe_map.json"), Is.EqualTo(besideConfig));
    }
}
