using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

internal sealed class PredecessorsTests
{
    private const string OldConfig =
        """{ "iru": { "token_name": "IRUPKG_TOKEN" }, "token_keystore": { "environment": true }, "use_package_map": true }""";

    [TestCase(true, "Library/IruPackages")]
    [TestCase(true, "Library/KandjiPackages")]
    [TestCase(false, ".local/share/irupkg")]
    [TestCase(false, ".local/share/kpkg")]
    public void Their_configuration_is_found_where_they_kept_it(bool isMac, string place)
    {
        using var folder = new TempFolder();
        var config = folder.Write($"{place}/config.json", "{}");
        var surroundings = Some.Surroundings(folder["bin"], ("HOME", folder.Path)) with
        {
            IsMacOS = isMac,
            SucceedsPackageTools = true,
        };

        var location = ConfigLocator.Locate(surroundings);

        Assert.That((location.Config, location.MapFolders[0]), Is.EqualTo((config, Path.GetDirectoryName(config))));
        Assert.That(Some.Texts(location.Notes), Does.StartWith($"Warning: {config} is irupkg's or kpkg's"));
    }

    [TestCase("IRUPKG_LOCAL_DIR")]
    [TestCase("KPKG_LOCAL_DIR")]
    [TestCase("IRUPKG_CONFIG_DIR")]
    [TestCase("KPKG_CONFIG_DIR")]
    public void Their_variables_name_their_folder(string variable)
    {
        using var folder = new TempFolder();
        var config = folder.Write("somewhere/config.json", "{}");
        var surroundings = Some.Surroundings(folder["bin"], (variable, folder["somewhere"])) with
        {
            SucceedsPackageTools = true,
        };

        Assert.That(ConfigLocator.Locate(surroundings).Config, Is.EqualTo(config));
    }

    [TestCase(false, true, TestName = "A recipe's run has nothing to do with them")]
    [TestCase(true, false, TestName = "Kappa's own configuration comes first")]
    public void Their_configuration_is_left_alone(bool succeeds, bool isFree)
    {
        using var folder = new TempFolder();
        var config = folder.Write(".local/share/irupkg/config.json", "{}");
        if (!isFree)
        {
            folder.Write(".config/kappa/config.json", "{}");
        }

        var location = ConfigLocator.Locate(Some.Surroundings(folder["bin"], ("HOME", folder.Path)) with
        {
            SucceedsPackageTools = succeeds,
        });

        Assert.That((location.Config == config, location.Notes.Count), Is.EqualTo((false, 0)));
    }

    [Test]
    public async Task An_upload_goes_on_with_what_they_had()
    {
        await using var run = await UploadRun.StartAsync();
        run.Folder.Write(".local/share/irupkg/config.json", OldConfig);
        run.Folder.Write(
            ".local/share/irupkg/package_map.json", """{ "org.example.teapot": { "prod_name": "Tea" } }""");
        run.WithVariable("KANDJI_TOKEN", null).WithVariable("IRUPKG_TOKEN", UploadRun.Token);
        run.WithVariable("IRU_API_URL", run.Sandbox.Origin.AbsoluteUri).WithVariable("KANDJI_API_URL", null);

        var result = await run.GoAsync(run.Package("a.pkg"));

        Assert.That((result.ExitCode, run.AppNames), Is.EqualTo((0, (string[])["Tea"])), result.Errors);
        Assert.That(result.Errors, Does.Contain($"Move config.json and package_map.json from there to {run.Folder[".config/kappa"]}."));
    }

    [TestCase("IRUPKG_TOKEN")]
    [TestCase("MY_TOKEN", "IRUPKG_TOKEN_NAME")]
    [TestCase("MY_TOKEN", "KANDJI_TOKEN_NAME")]
    public async Task Their_environment_is_enough(string name, string? naming = null)
    {
        await using var run = await UploadRun.StartAsync();
        run.WithVariable("KANDJI_TOKEN", null).WithVariable(name, UploadRun.Token);
        if (naming is not null)
        {
            run.WithVariable(naming, name);
        }

        var result = await run.GoAsync(run.Package("a.pkg"));

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
    }
}
