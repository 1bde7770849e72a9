using Kappa.Formats.Bom;

namespace Kappa.Tests.Formats.Bom;

internal sealed class PosixChecksumTests
{
    [TestCase("", 4294967295u)]
    [TestCase("123456789", 930766865u)]
    public void Is_what_cksum_prints(string text, uint sum) =>
        Assert.That(PosixChecksum.Of(System.Text.Encoding.ASCII.GetBytes(text)), Is.EqualTo(sum));
}
