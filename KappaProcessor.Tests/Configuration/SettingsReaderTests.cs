using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

internal sealed class SettingsReaderTests
{
    private const string Config =
        """{ "kandji": { "api_url": "acme.api.kandji.io" }, "use_recipe_map": true }""";

    [Test]
    public void Reads_the_configuration_and_the_map_beside_it()
    {
        using var folder = new TempFolder();
        folder.Write("config.json", Config);
        folder.Write("recipe_map.json", """{ "Firefox.pkg": { "prod_name": "Fox" } }""");

        var settings = SettingsReader.Read(Some.RunRequest(), Some.Surroundings(folder.Path));

        Assert.That(settings.Targets.Single().Name, Is.EqualTo("Fox"));
    }

    [Test]
    public void The_environment_alone_is_enough()
    {
        using var folder = new TempFolder();

        var settings = SettingsReader.Read(
            Some.RunRequest(), Some.Surroundings(folder.Path, ("KANDJI_API_URL", "acme.api.eu.kandji.io")));

        Assert.That(settings.Address.ToString(), Is.EqualTo("acme.api.eu.kandji.io"));
    }

    [Test]
    public void A_map_that_is_enabled_and_missing_is_an_error()
    {
        using var folder = new TempFolder();
        var config = folder.Write("config.json", Config);

        Assert.That(
            () => SettingsReader.Read(Some.RunRequest(), Some.Surroundings(folder.Path)),
            Throws.TypeOf<KappaException>().With.Message.StartsWith(
                $"{config}: use_recipe_map is true, but there is no recipe_map.json in {folder.Path}."));
    }

    [Test]
    public void A_map_that_is_not_enabled_is_not_read()
    {
        using var folder = new TempFolder();
        folder.Write("config.json", Config.Replace("true", "false", StringComparison.Ordinal));
        folder.Write("recipe_map.json", "broken");

        var settings = SettingsReader.Read(Some.RunRequest(), Some.Surroundings(folder.Path));

        Assert.That(settings.Targets.Single().Name, Is.EqualTo("Firefox (AutoPkg)"));
    }

    [Test]
    public void Broken_JSON_in_a_map_names_the_map()
    {
        using var folder = new TempFolder();
        folder.Write("config.json", Config);
        var map = folder.Write("recipe_map.json", "{ \"a\" }");

        Assert.That(
            () => SettingsReader.Read(Some.RunRequest(), Some.Surroundings(folder.Path)),
            Throws.TypeOf<KappaException>()
                .With.Message.StartsWith($"{map} is not valid JSON: line 1, column 7"));
    }

    [Test]
    public void A_configuration_that_cannot_be_read_stops_the_run()
    {
        using var folder = new TempFolder();
        var config = folder.Write("config.json", [0xFF, 0xFE, 0x00]);
        var surroundings = Some.Surroundings(folder.Path, ("KANDJI_API_URL", "acme.api.kandji.io"));

        Assert.That(
            () => SettingsReader.Read(Some.RunRequest(), surroundings),
            Throws.TypeOf<KappaException>().With.Message.StartsWith($"{config} is not UTF-8 text."));
    }

    [Test]
    public void The_package_map_is_for_installers_without_a_recipe()
    {
        using var folder = new TempFolder();
        folder.Write("config.json", Config.Replace("recipe", "package", StringComparison.Ordinal));
        folder.Write("package_map.json", """{ "org.mozilla.firefox": { "prod_name": "Fox" } }""");
        var request = Some.RunRequest() with { RecipeName = null, InstallerIds = ["org.mozilla.firefox"] };

        var settings = SettingsReader.Read(request, Some.Surroundings(folder.Path));

        Assert.That(settings.Targets.Single().Name, Is.EqualTo("Fox"));
    }

    [Test]
    public void A_script_of_the_map_reaches_the_app()
    {
        using var folder = new TempFolder();
        folder.Write("config.json", Config);
        folder.Write("recipe_map.json", """{ "Firefox.pkg": { "postinstall_script": "scripts/post.sh" } }""");
        folder.Write("scripts/post.sh", "#!/bin/sh\n");

        var settings = SettingsReader.Read(Some.RunRequest(), Some.Surroundings(folder.Path));

        Assert.That(settings.Targets.Single().PostinstallScript, Is.EqualTo("#!/bin/sh\n"));
    }
}
