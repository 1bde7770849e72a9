using CsCheck;
using Kappa.Formats;
using Kappa.Installers;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers;

/// <summary>Whatever is done to a package, it is read or refused with a sentence.</summary>
internal sealed class PackageFuzzTests
{
    private static readonly string[] Payloads =
        ["bsdtar.odc.gz", "gnu.newc.gz", "gnu.odc.bz2", "gnu.odc.xz", "bsdtar.newc.blocks.xz", "python.pbzx"];

    [Test]
    public void Reads_or_refuses_a_thousand_damaged_packages() => Packages().First(1000, ReadOrRefuse);

    [Test, Explicit, Category("Fuzz")]
    public void Reads_or_refuses_100000_damaged_packages() =>
        Packages().Sample(ReadOrRefuse, iter: 100_000, threads: 1, print: Convert.ToHexString);

    [Test]
    public void Reads_or_refuses_a_thousand_damaged_payloads() => DamagedPayloads().First(1000, ReadOrRefuse);

    [Test, Explicit, Category("Fuzz")]
    public void Reads_or_refuses_100000_damaged_payloads() =>
        DamagedPayloads().Sample(ReadOrRefuse, iter: 100_000, threads: 1, print: Convert.ToHexString);

    private static Gen<byte[]> Packages() => Damage.To(
    [
        PackageBuilder.Component().Build(),
        PackageBuilder.Component().Signed().Build(),
        InstallerFixtures.Read("bsdtar-product.pkg"),
        InstallerFixtures.Read("bsdtar-component-xz.pkg"),
    ]);

    /// <summary>In packages whose own checksums say that all is well.</summary>
    private static Gen<byte[]> DamagedPayloads() => Damage
        .To(
        [
            .. Payloads.Select(name => InstallerFixtures.Read($"payloads/{name}")),
            new CpioBuilder().WithApplication("./Firefox.app", Some.InfoPlist()).Build(),
            new CpioBuilder().WithApplication("./Firefox.app", Some.InfoPlist()).Newc().Build(),
        ])
        .Select(payload => PackageBuilder.Component(payload: payload).Build());

    private static void ReadOrRefuse(byte[] package)
    {
        try
        {
            using var content = new MemoryStream(package);
            _ = PackageInspector.ReadApplication(
                FlatPackage.Open("damaged.pkg", content, CancellationToken.None), CancellationToken.None);
        }
        catch (MediaFormatException refusal)
        {
            Assert.That(refusal.In("damaged.pkg").Message, Does.StartWith("damaged.pkg is damaged: ").And.EndsWith("."));
        }
        catch (KappaException refusal)
        {
            Assert.That(refusal.Message, Does.StartWith("damaged.pkg is a xar archive but no package"));
        }
    }
}
