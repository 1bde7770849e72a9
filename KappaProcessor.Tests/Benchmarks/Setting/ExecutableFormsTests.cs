using System.Security.Cryptography;

namespace Kappa.Tests.Benchmarks.Setting;

internal sealed class ExecutableFormsTests
{
    private static readonly byte[] Mark = SHA256.HashData(".net core bundle\n"u8);

    [Test]
    public void What_is_built_along_with_the_tests_is_loose() =>
        Assert.That(
            ExecutableForms.Of(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "kappa"))),
            Is.EqualTo(ExecutableForm.Loose));

    [Test]
    public void A_starter_that_knows_where_its_bundle_begins_is_one_file() =>
        Assert.That(
            ExecutableForms.Of([.. new byte[100], .. BitConverter.GetBytes(4096L), .. Mark, .. new byte[100]]),
            Is.EqualTo(ExecutableForm.Bundle));

    [Test]
    public void Without_a_starter_it_is_native_code() =>
        Assert.That(ExecutableForms.Of(new byte[100]), Is.EqualTo(ExecutableForm.AheadOfTime));
}
