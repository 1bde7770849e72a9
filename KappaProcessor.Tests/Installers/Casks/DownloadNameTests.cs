using Kappa.Installers;
using Kappa.Installers.Casks;

namespace Kappa.Tests.Installers.Casks;

internal sealed class DownloadNameTests
{
    [TestCase("Firefox 128.0.dmg", "Firefox 128.0.dmg")]
    [TestCase("../../etc/passwd", "passwd")]
    [TestCase("..\\..\\x.pkg", "x.pkg")]
    [TestCase("..", "")]
    [TestCase(".hidden.pkg", "hidden.pkg")]
    [TestCase("a\u001B[2J\u202Eb\n.pkg", "a[2Jb.pkg")]
    [TestCase("C:file.zip", "Cfile.zip")]
    [TestCase(null, "")]
    public void A_name_from_outside_is_never_a_path(string? name, string clean) =>
        Assert.That(DownloadName.Clean(name), Is.EqualTo(clean));

    [Test]
    public void A_long_name_keeps_its_suffix() =>
        Assert.That(DownloadName.Clean(new string('x', 500) + ".pkg"), Has.Length.EqualTo(120).And.EndsWith("x.pkg"));

    [TestCase("download", InstallerKind.Image, "download.dmg")]
    [TestCase("Suite.mpkg", InstallerKind.Package, "Suite.mpkg")]
    [TestCase("get.php", InstallerKind.Zip, "get.php.zip")]
    public void A_name_without_a_suffix_gets_that_of_its_content(string name, InstallerKind kind, string named) =>
        Assert.That(DownloadName.WithSuffix(name, kind), Is.EqualTo(named));
}
