using System.Text;

namespace Kappa.Installers;

/// <summary>Tells the kind of an installer by its first and last bytes.</summary>
internal static class InstallerSignature
{
    /// <summary>
    /// Marks of disk images by their place: the driver map of a raw image, the partition tables of Apple and
    /// GUID, the volume headers of APFS, HFS and HFS+, a CD's, an encrypted image's, a sparse image's.
    /// </summary>
    private static readonly (int Offset, string Mark)[] ImageMarks =
    [
        (0, "encrcdsa"), (0, "sprs"), (0, "koly"), (512, "PM\0\0"), (512, "EFI PART"), (32, "NXSB"),
        (1024, "BD"), (1024, "H+"), (1024, "HX"), (32769, "CD001"),
    ];

    /// <summary>The trailer of a UDIF image starts so many bytes before the end.</summary>
    private const int KolySize = 512;

    /// <summary>Null when this is no installer. A xar archive is taken for a package here.</summary>
    public static InstallerKind? Find(Stream content) => true switch
    {
        _ when Has(content, 0, "xar!") => InstallerKind.Package,
        _ when Has(content, 0, "PK\x03\x04") => InstallerKind.Zip,
        _ when Has(content, content.Length - KolySize, "koly") => InstallerKind.Image,
        _ when ImageMarks.Any(one => Has(content, one.Offset, one.Mark)) => InstallerKind.Image,
        _ => null,
    };

    private static bool Has(Stream content, long offset, string mark)
    {
        if (offset < 0)
        {
            return false;
        }

        Span<byte> found = stackalloc byte[mark.Length];
        content.Position = offset;
        var got = content.ReadAtLeast(found, found.Length, throwOnEndOfStream: false);
        return got == found.Length && Encoding.Latin1.GetString(found) == mark;
    }
}
