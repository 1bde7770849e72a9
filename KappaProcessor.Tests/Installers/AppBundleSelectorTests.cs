using Kappa.Installers;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers;

internal sealed class AppBundleSelectorTests
{
    [TestCase("/Applications", "Firefox.app", "Firefox.app")]
    [TestCase("/", "Applications/Adobe/Reader.app", "Reader.app")]
    [TestCase("/Applications/SubEthaEdit.app", "", "SubEthaEdit.app", TestName = "The payload is the application")]
    [TestCase("/private/tmp/stage", "Firefox.APP", "Firefox.APP")]
    [TestCase("/Applications/Utilities/Library", "A.app", "A.app", TestName = "A folder called Library further down")]
    public void Takes(string location, string path, string name)
    {
        var candidates = AppBundleSelector.Candidates([Some.AppBundle(path, location)]);

        Assert.That(candidates.Single().Name, Is.EqualTo(name));
    }

    [TestCase("/", "Library/PreferencePanes/Flip4Mac.prefPane")]
    [TestCase("/Library/Extensions", "gpsplit.kext")]
    [TestCase("/", ".app", TestName = "Only a suffix")]
    [TestCase("/", "", TestName = "The root itself")]
    [TestCase("/", "opt/cisco/bin/Notification.app")]
    [TestCase("/opt/cisco", "Notification.app")]
    [TestCase("/private/tmp/stage", "opt/Notification.app")]
    [TestCase("/", "bin/Tool.app")]
    [TestCase("/", "Applications/A.app/Contents/Frameworks/A.framework/Versions/1/Helpers/Helper.app")]
    [TestCase("/", "Applications/A.app/Contents/MacOS/Updater.app")]
    [TestCase("/", "Applications/A.app/Contents/SharedSupport/Reporter.app")]
    [TestCase("/", "Applications/A.app/Contents/Library/LoginItems/Login.app")]
    [TestCase("/", "Applications/A.app/Contents/PlugIns/B.plugin/Contents/C.app")]
    [TestCase("/Library/PreferencePanes", "A.prefPane/Contents/Resources/Helper.app")]
    [TestCase("/Library/Frameworks", "A.framework/Versions/A/Resources/Updater.app")]
    [TestCase("/Applications/A.app/Contents/Helpers", "Helper.app", TestName = "Installed into another application")]
    public void Leaves(string location, string path) =>
        Assert.That(AppBundleSelector.Candidates([Some.AppBundle(path, location)]), Is.Empty);

    [TestCase("/Library/Application Support/MAU2.0", "AutoUpdate.app")]
    [TestCase("/", "Library/Application Support/AutoUpdate.app")]
    public void Takes_an_application_below_Library_only_for_want_of_another(string location, string path)
    {
        var below = Some.AppBundle(path, location);

        var alone = AppBundleSelector.Candidates([below]);
        var beside = AppBundleSelector.Candidates([below, Some.AppBundle("Teams.app")]);

        Assert.That((alone.Single().Name, beside.Single().Name), Is.EqualTo(("AutoUpdate.app", "Teams.app")));
    }

    [Test]
    public void An_application_inside_another_is_a_part_of_it()
    {
        var candidates = AppBundleSelector.Candidates(
        [
            Some.AppBundle("Xcode.app/Contents/Applications/Instruments.app"),
            Some.AppBundle("Xcode.app-old.app"),
            Some.AppBundle("Xcode.app"),
        ]);

        Assert.That(string.Join(' ', candidates.Select(app => app.Name)), Is.EqualTo("Xcode.app-old.app Xcode.app"));
    }

    [Test]
    public void The_largest_is_the_one()
    {
        var largest = AppBundleSelector.Largest(
            [Some.AppBundle("A.app", size: 10), Some.AppBundle("B.app", size: 30), Some.AppBundle("C.app", size: 20)]);

        Assert.That(largest?.Name, Is.EqualTo("B.app"));
    }

    [TestCase(10, null, TestName = "A size is not known")]
    [TestCase(10, 10, TestName = "Two are the largest")]
    public void No_one_is_the_largest(long one, long? other)
    {
        var largest = AppBundleSelector.Largest(
            [Some.AppBundle("A.app", size: one), Some.AppBundle("B.app", size: other)]);

        Assert.That(largest, Is.Null);
    }

    [Test]
    public void More_bundles_than_any_package_has_are_looked_through_at_once()
    {
        var bundles = Enumerable.Range(0, 50_000).Select(index => Some.AppBundle($"{index}.app"));

        Assert.That(AppBundleSelector.Candidates(bundles), Has.Count.EqualTo(50_000));
    }
}
