using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Planning;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

internal sealed class IdentityResolverTests
{
    private static readonly InstallerClaims Nothing = new(null, null, null);

    private static readonly InstallerMetadata Application = new()
    {
        AppName = "Firefox.app",
        BundleId = "org.mozilla.firefox",
        AppVersion = "128.0",
        PackageId = "org.mozilla.pkg",
        PackageVersion = "1.0",
        Sources = new Dictionary<string, string> { ["AppVersion"] = "Payload: Contents/Info.plist" },
    };

    private static readonly InstallerMetadata Package = new()
    {
        PackageId = "com.acme.tool",
        PackageVersion = "2.1",
    };

    [Test]
    public void Is_the_application_that_the_installer_holds()
    {
        var identity = IdentityResolver.Resolve(Application, Nothing);

        Assert.That(Summary(identity), Is.EqualTo("Firefox.app, org.mozilla.firefox, -, 128.0"));
    }

    [Test]
    public void Is_the_package_when_the_installer_holds_no_application()
    {
        var identity = IdentityResolver.Resolve(Package, Nothing);

        Assert.That(Summary(identity), Is.EqualTo("-, -, com.acme.tool, 2.1"));
    }

    [Test]
    public void Takes_the_recipes_word_for_what_the_installer_does_not_say()
    {
        var installer = new InstallerMetadata { BundleId = "org.mozilla.firefox" };

        var identity = IdentityResolver.Resolve(installer, new InstallerClaims("Firefox", null, "128.0"));

        Assert.That(Summary(identity), Is.EqualTo("Firefox.app, org.mozilla.firefox, -, 128.0"));
    }

    [Test]
    public void Never_takes_the_packages_version_for_an_application_that_the_installer_holds()
    {
        var identity = IdentityResolver.Resolve(Application with { AppVersion = null }, Nothing);

        Assert.That(identity.Version, Is.Null);
    }

    [Test]
    public void Believes_the_installer_and_warns_with_both_values()
    {
        var claims = new InstallerClaims("Fennec.app", "org.mozilla.nightly", "129.0");

        var identity = IdentityResolver.Resolve(Application, claims);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Summary(identity), Is.EqualTo("Firefox.app, org.mozilla.firefox, -, 128.0"));
            Assert.That(Some.Texts(identity.Notes), Is.EqualTo(
                "Warning: The recipe says app_name 'Fennec.app', the installer 'Firefox.app'; "
                + "the installer's is used.\n"
                + "Warning: The recipe says bundleid 'org.mozilla.nightly', the installer "
                + "'org.mozilla.firefox'; the installer's is used.\n"
                + "Warning: The recipe says version '129.0', the installer '128.0' "
                + "(Payload: Contents/Info.plist); the installer's is used."));
        }
    }

    [TestCase("Firefox", null, null)]
    [TestCase("/Applications/Firefox.app/", null, null)]
    [TestCase("firefox.app", null, null)]
    [TestCase(null, "ORG.Mozilla.Firefox", null, TestName = "A bundle id in another case is the same")]
    [TestCase(null, null, "128", TestName = "Missing parts of a version are zero")]
    [TestCase(null, null, "128.0.0")]
    [TestCase("Firefox.app", "org.mozilla.firefox", "128.0")]
    public void Says_nothing_when_recipe_and_installer_agree(string? name, string? id, string? version)
    {
        var identity = IdentityResolver.Resolve(Application, new InstallerClaims(name, id, version));

        Assert.That(identity.Notes, Is.Empty);
    }

    [TestCase("Tool", null, "Tool.app, -, -, 3.0")]
    [TestCase(null, "com.acme.app", "-, com.acme.app, -, 3.0")]
    [TestCase("Tool.app", "com.acme.tool", "Tool.app, com.acme.tool, -, 3.0")]
    public void Is_the_application_that_the_recipe_claims_when_the_installer_names_none(
        string? name, string? id, string summary)
    {
        var identity = IdentityResolver.Resolve(Package, new InstallerClaims(name, id, "3.0"));

        Assert.That(Summary(identity), Is.EqualTo(summary));
    }

    [Test]
    public void Enforces_the_packages_version_with_a_warning_when_the_claimed_application_has_none()
    {
        var identity = IdentityResolver.Resolve(Package, new InstallerClaims(null, "com.acme.app", null));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Summary(identity), Is.EqualTo("-, com.acme.app, -, 2.1"));
            Assert.That(Some.Texts(identity.Notes), Is.EqualTo(
                "Warning: The recipe names com.acme.app, which the installer does not hold, without its "
                + "version, so the package's version 2.1 is enforced; set version in the recipe "
                + "if it is another."));
        }
    }

    [Test]
    public void Takes_the_packages_own_id_for_no_claim_of_an_application()
    {
        var identity = IdentityResolver.Resolve(Package, new InstallerClaims(null, "COM.acme.tool", "2.1"));

        Assert.That(Summary(identity), Is.EqualTo("-, -, com.acme.tool, 2.1"));
    }

    [Test]
    public void Warns_when_the_recipes_version_is_not_the_packages()
    {
        var identity = IdentityResolver.Resolve(Package, Nothing with { Version = "2.2" });

        Assert.That(Some.Texts(identity.Notes), Is.EqualTo(
            "Warning: The recipe says version '2.2', the installer '2.1'; the installer's is used."));
    }

    [Test]
    public void Takes_the_recipes_version_for_a_package_without_one()
    {
        var installer = Package with { PackageVersion = null };

        var identity = IdentityResolver.Resolve(installer, Nothing with { Version = "2.2" });

        Assert.That(Summary(identity), Is.EqualTo("-, -, com.acme.tool, 2.2"));
    }

    [Test]
    public void Makes_up_nothing_when_nobody_says_anything()
    {
        var identity = IdentityResolver.Resolve(new InstallerMetadata(), Nothing);

        Assert.That(Summary(identity), Is.EqualTo("-, -, -, -"));
    }

    private static string Summary(ApplicationIdentity one) => string.Join(
        ", ", one.AppName ?? "-", one.BundleId ?? "-", one.PackageId ?? "-", one.Version ?? "-");
}
