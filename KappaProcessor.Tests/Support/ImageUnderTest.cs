using Kappa.Installers;
using Kappa.Installers.Images;

namespace Kappa.Tests.Support;

/// <summary>
/// A disk image in a private folder, made of files; a test that needs 7-Zip says nothing where there is none.
/// </summary>
internal sealed class ImageUnderTest : IDisposable
{
    private readonly TempFolder folder = new();

    public ImageUnderTest(byte[] image, string name = "Firefox.dmg") => Path = folder.Write(name, image);

    public string Path { get; }

    /// <summary>The 7-Zip of this machine.</summary>
    public static IDiskImageTool SevenZip
    {
        get
        {
            string[] names = ["7zz", "7z"];
            var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
            Assume.That(
                folders.SelectMany(place => names.Select(name => System.IO.Path.Combine(place, name))).Any(File.Exists),
                "There is neither 7zz nor 7z.");
            return DiskImageTools.ForThisMachine(isMac: false, Environment.GetEnvironmentVariable);
        }
    }

    /// <summary>Compressed, with one volume of these files.</summary>
    public static ImageUnderTest Of(params (string Path, byte[] Content)[] files) =>
        new(new UdifBuilder().With(Volume(files)).Build());

    /// <summary>
    /// A volume in a file system that both Macs and 7-Zip read, written by another program.
    /// </summary>
    public static byte[] Volume(params (string Path, byte[] Content)[] files) => Pack("iso9660", files);

    /// <summary>The same files in an archive of another format that 7-Zip reads.</summary>
    public static byte[] Pack(string format, params (string Path, byte[] Content)[] files)
    {
        using var root = new TempFolder();
        foreach (var (path, content) in files)
        {
            root.Write(path, content);
        }

        return Libarchive.Pack(format, root.Path);
    }

    public Task<InstallerMetadata> ReadAsync(IDiskImageTool? tool = null) =>
        new DiskImageInspector(tool ?? SevenZip, ReadPackage).ReadAsync(Path, CancellationToken.None);

    public Task<KappaException> RefusalAsync(IDiskImageTool? tool = null) =>
        Thrown.ByAsync<KappaException>(() => ReadAsync(tool));

    public static InstallerMetadata ReadPackage(string path, CancellationToken cancel) =>
        InstallerInspector.Identify(path, cancel).Metadata;

    public void Dispose() => folder.Dispose();
}
