using CsCheck;
using Kappa.Formats;
using Kappa.Installers;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.Zip;

internal sealed class ZipFuzzTests
{
    private static readonly string[] Fixtures =
    [
        "caffeine.zip", "caffeine-with-plist.zip", "firefox-7zz.zip", "firefox-bsdtar-zip64.zip",
        "firefox-infozip-zip64.zip", "firefox-python.zip",
    ];

    [Test]
    public void Reads_or_refuses_a_thousand_damaged_files() => DamagedFile().First(1000, ReadOrRefuse);

    [Test, Explicit, Category("Fuzz")]
    public void Reads_or_refuses_100000_damaged_files() =>
        DamagedFile().Sample(ReadOrRefuse, iter: 100_000, threads: 1, print: Convert.ToHexString);

    /// <summary>An answer or a refusal, and nothing else.</summary>
    private static void ReadOrRefuse(byte[] zip)
    {
        try
        {
            ZipInspector.Read(new MemoryStream(zip), CancellationToken.None);
        }
        catch (MediaFormatException refusal)
        {
            Assert.That(refusal.Offset, Is.InRange(0, zip.Length));
        }
    }

    private static Gen<byte[]> DamagedFile() => Damage.To(Gen.OneOf(Fixtures).Select(InstallerFixtures.Read));
}
