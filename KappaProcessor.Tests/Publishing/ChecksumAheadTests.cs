using Kappa.Installers;
using Kappa.Publishing;
using Kappa.Tests.Support;

namespace Kappa.Tests.Publishing;

internal sealed class ChecksumAheadTests
{
    [Test]
    public async Task Is_there_when_it_is_wanted()
    {
        using var folder = new TempFolder();
        var installer = FileOf(folder.Write("Teapot.pkg", "abc"));

        await using var checksum = new ChecksumAhead(installer, null, CancellationToken.None);

        Assert.That(
            await checksum.FinishAsync(),
            Is.EqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    [Test]
    public async Task A_file_that_vanishes_before_anybody_wanted_it_is_nobodys_failure()
    {
        using var folder = new TempFolder();
        var installer = FileOf(folder.Write("Teapot.pkg", "abc"));
        File.Delete(installer.Path);

        var checksum = new ChecksumAhead(installer, null, CancellationToken.None);

        Assert.That(async () => await checksum.DisposeAsync(), Throws.Nothing);
    }

    [Test]
    public async Task A_file_that_vanishes_is_told_when_it_is_wanted()
    {
        using var folder = new TempFolder();
        var installer = FileOf(folder.Write("Teapot.pkg", "abc"));
        File.Delete(installer.Path);
        await using var checksum = new ChecksumAhead(installer, null, CancellationToken.None);

        var problem = await Thrown.ByAsync<KappaException>(checksum.FinishAsync);

        Assert.That(problem.Message, Does.Contain(installer.Path));
    }

    private static InstallerFile FileOf(string path)
    {
        var file = new FileInfo(path);
        return new InstallerFile(path, InstallerKind.Package, file.Length, file.LastWriteTimeUtc);
    }
}
