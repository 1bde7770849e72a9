using Kappa.Installers.Casks;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers.Casks;

internal sealed class CaskSuitabilityTests
{
    [TestCase("font-tea", "The cask font-tea brings font; Kandji installs packages and applications.")]
    [TestCase("teasuite", "The cask teasuite brings installer; Kandji installs packages and applications.")]
    [TestCase("teashelf", "The cask teashelf brings stage_only; Kandji installs packages and applications.")]
    [TestCase("teacli", "The cask teacli downloads teacli.tar.gz; Kandji takes .pkg, .dmg and .zip.")]
    [TestCase("teagit", "The cask teagit is fetched with git, not as a file; Kandji takes .pkg, .dmg and .zip.")]
    [TestCase("oldpot", "Homebrew has disabled the cask oldpot (no longer available).")]
    public void What_Kandji_could_not_install_is_refused(string name, string what)
    {
        var problem = Assert.Throws<KappaException>(() => CaskSuitability.Require(Some.Cask(name)))!;

        Assert.That(problem.What, Is.EqualTo(what));
    }

    [TestCase("teapot")]
    [TestCase("kettle")]
    [TestCase("samovar")]
    [TestCase("infuser")]
    [TestCase("tealeaf")]
    [TestCase("strainer")]
    public void Packages_images_and_zip_files_are_taken(string name) =>
        Assert.That(() => CaskSuitability.Require(Some.Cask(name)), Throws.Nothing);

    [Test]
    public void A_cask_without_checksum_that_will_be_dropped_is_said_to_be_both()
    {
        var notes = CaskSuitability.Notes(Some.Cask("tealeaf"));

        Assert.That(notes, Is.EqualTo(new[]
        {
            Note.Warning("Homebrew will drop the cask tealeaf (fails gatekeeper check). Look for another source."),
            Note.Decision(
                "Cask tealeaf: Homebrew knows no checksum of this download (no_check), so none is compared."),
        }));
    }
}
