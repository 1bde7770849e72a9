using Kappa.AutoPkg;
using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.AutoPkg;

internal sealed class UnresolvedNamesTests
{
    [TestCase("prod_name", "Firefox %CHANNEL%")]
    [TestCase("dry_run", "%CHANNEL%")]
    [TestCase("enforcement_delay", "%CHANNEL%")]
    [TestCase("enforcement_type", "%CHANNEL%")]
    [TestCase("KANDJI_API_URL", "%CHANNEL%.api.kandji.io")]
    [TestCase("pkg_path", "/cache/%CHANNEL%.pkg")]
    [TestCase("blueprints", "Everyone, %CHANNEL%")]
    [TestCase("blueprints", new object[] { "Everyone", "%CHANNEL%" }, TestName = "In an array")]
    [TestCase("preinstall_script", "scripts/%CHANNEL%.sh", TestName = "In the path of a script")]
    [TestCase("NAME", "%CHANNEL%")]
    public void A_name_that_AutoPkg_could_not_fill_in_is_an_error_that_names_it(
        string variable, object written)
    {
        var environment = Some.AutoPkgEnvironment((variable, written));

        Assert.That(
            () => RunRequestReader.Read(environment),
            Throws.TypeOf<KappaException>().With.Message.Contains($"{variable} is '")
                .And.Message.Contains("AutoPkg knows no CHANNEL"));
    }

    [Test]
    public void In_a_dictionary_its_entry_is_named()
    {
        var environment = Some.AutoPkgEnvironment(
            ("custom_app", Some.Pairs(("test_name", "%NAME% (%RING%)"))));

        Assert.That(
            () => RunRequestReader.Read(environment),
            Throws.TypeOf<KappaException>().With.Message.EqualTo(
                "recipe Firefox.pkg: custom_app.test_name is '%NAME% (%RING%)', and AutoPkg knows no RING. "
                + "Set RING in the recipe's Input, or before this step."));
    }

    [Test]
    public void A_name_that_was_known_too_late_is_to_go_into_the_arguments()
    {
        var environment = Some.AutoPkgEnvironment(("version", "128.0"), ("prod_name", "Firefox %version%"));

        Assert.That(
            () => RunRequestReader.Read(environment),
            Throws.TypeOf<KappaException>().With.Message.Contains("from the Input to the Arguments"));
    }

    [TestCase("prod_name", "100% Firefox", "100% Firefox")]
    [TestCase("prod_name", "50%-80% faster", "50%-80% faster")]
    [TestCase("prod_name", "%", "%")]
    public void A_percent_sign_alone_is_a_percent_sign(string variable, string written, string meant)
    {
        var environment = Some.AutoPkgEnvironment((variable, written));

        Assert.That(RunRequestReader.Read(environment).Stated.Prod.Name, Is.EqualTo(meant));
    }

    [TestCase("/cache/Caf%C3%A9-1.0.pkg")]
    [TestCase("/cache/App%20Name%E2%80%93x.pkg")]
    public void An_escaped_byte_of_a_URL_may_stand_in_a_path(string path)
    {
        var environment = Some.AutoPkgEnvironment(("pkg_path", ""), ("pathname", path));

        Assert.That(RunRequestReader.Read(environment).DownloadPath, Is.EqualTo(path));
    }

    [Test]
    public void A_scripts_text_has_percent_signs_of_its_own()
    {
        var environment = Some.AutoPkgEnvironment(("postinstall_script", "#!/bin/zsh\ndate +%H%M%S\n"));

        var script = RunRequestReader.Read(environment).Stated.PostinstallScript;

        Assert.That(script, Is.EqualTo(new ScriptSource.Inline("#!/bin/zsh\ndate +%H%M%S\n")));
    }
}
