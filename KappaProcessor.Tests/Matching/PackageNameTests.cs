using Kappa.Matching;

namespace Kappa.Tests.Matching;

internal sealed class PackageNameTests
{
    [TestCase("CompanyPortal_5.2310.5-Installer_0f04055b.pkg", "CompanyPortal_5.2310.5-Installer.pkg")]
    [TestCase("test_ae245110.pkg", "test.pkg")]
    [TestCase("Foo_20240101_ab12cd34.pkg", "Foo_20240101.pkg", TestName = "Only the last suffix is Kandji's")]
    [TestCase("Foo_ab12cd34.tar.zip", "Foo_ab12cd34.tar.zip", TestName = "It is before the last extension")]
    [TestCase("Foo_ab12cd34", "Foo", TestName = "A file without an extension")]
    [TestCase("Foo_ab12cd3.pkg", "Foo_ab12cd3.pkg", TestName = "Seven characters are no suffix")]
    [TestCase("Foo_ab12cd345.pkg", "Foo_ab12cd345.pkg", TestName = "Nine characters are no suffix")]
    [TestCase("Foo-128.0.pkg", "Foo-128.0.pkg")]
    [TestCase("", "")]
    public void Loses_the_suffix_that_the_store_gave_it(string stored, string original) =>
        Assert.That(PackageName.WithoutStoreSuffix(stored), Is.EqualTo(original));
}
