using Kappa.Matching;

namespace Kappa.Tests.Matching;

internal sealed class FileNameVersionTests
{
    [TestCase("Firefox-128.0.pkg", "128.0")]
    [TestCase("Firefox-128.0_0f04055b.pkg", "128.0", TestName = "The store's suffix is no version")]
    [TestCase("1Password-8.10.36.pkg", "8.10.36", TestName = "A product's own number has fewer parts")]
    [TestCase("python-3.12.4-macos11.pkg", "3.12.4")]
    [TestCase("Rectangle0.91.dmg", "0.91")]
    [TestCase("claude-devtools-0.4.16-arm64.dmg", "0.4.16")]
    [TestCase("Firefox 129.0b3.pkg", "129.0b3")]
    [TestCase("Zed-x86_64.dmg", null, TestName = "A processor is no version")]
    [TestCase("Zed-aarch64.dmg", null)]
    [TestCase("zoom.pkg", null)]
    public void Is_the_dotted_number_with_the_most_parts(string fileName, string? version) =>
        Assert.That(FileNameVersion.Find(fileName)?.ToString(), Is.EqualTo(version));

    [TestCase("Foo-9.0.pkg", "Foo-10.0.pkg")]
    [TestCase("Foo-1.9.pkg", "Foo-1.10.pkg")]
    [TestCase("Foo-1.0.pkg", "Foo-1.0.1.pkg")]
    [TestCase("Foo-1.0a2.pkg", "Foo-1.0b1.pkg")]
    [TestCase("Foo-1.0b2.pkg", "Foo-1.0rc1.pkg")]
    [TestCase("Foo-1.0b9.pkg", "Foo-1.0b10.pkg")]
    [TestCase("Foo-1.0-beta.pkg", "Foo-1.0.pkg", TestName = "A beta comes before its release")]
    [TestCase("Foo-1.0.pkg", "Foo-1.0-345.pkg", TestName = "A build comes after the bare version")]
    [TestCase("Foo-1.0-345.pkg", "Foo-1.0.1.pkg", TestName = "A build is less than the next version")]
    [TestCase("Foo-2024-06-30.pkg", "Foo-2024-07-01.pkg", TestName = "Dates with dashes")]
    [TestCase("Foo 5.17.11 (9).pkg", "Foo 5.17.11 (31580).pkg")]
    [TestCase("Foo-99999999999999999999", "Foo-100000000000000000000", TestName = "Beyond 64 bits")]
    public void Orders_as_versions_do(string lower, string higher)
    {
        var one = FileNameVersion.Find(lower);

        var order = FileNameVersion.Find(higher)!.CompareTo(one);

        Assert.That(order, Is.Positive);
    }

    [TestCase("Foo-1.0.pkg", "Foo-1.pkg")]
    [TestCase("Foo-1.0.pkg", "Foo 1.0.0.dmg")]
    [TestCase("Foo-1.0-arm64.pkg", "Foo-1.0-x86_64.pkg")]
    [TestCase("Foo-1.0b1.pkg", "Foo-1.0-beta-1.pkg")]
    [TestCase("Foo-01.02.pkg", "Foo-1.2.pkg")]
    public void Knows_when_two_are_the_same(string one, string other) =>
        Assert.That(FileNameVersion.Find(one)!.CompareTo(FileNameVersion.Find(other)), Is.Zero);
}
