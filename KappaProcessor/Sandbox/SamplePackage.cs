using System.IO.Compression;
using Kappa.Formats.Bom;
using Kappa.Formats.Cpio;
using Kappa.Formats.Xar;

namespace Kappa.Sandbox;

/// <summary>
/// A flat component package as pkgbuild makes them, the same bytes for the same application.
/// </summary>
internal static class SamplePackage
{
    public static void Write(Stream output, SampleApplication app)
    {
        var contents = SampleContents.Of(app);
        XarWriter.Write(
            output,
            [
                new XarFile("PackageInfo", SampleDocuments.PackageInfo(app, contents), Compress: true),
                new XarFile("Bom", BomWriter.Write(contents), Compress: true),
                new XarFile("Payload", Payload(contents), Compress: false),
            ]);
    }

    private static byte[] Payload(IReadOnlyList<BomPath> contents)
    {
        using var payload = new MemoryStream();
        using (var gzip = new GZipStream(payload, CompressionLevel.Optimal, leaveOpen: true))
        {
            var cpio = new CpioWriter(gzip);
            foreach (var path in contents)
            {
                cpio.Add(path.Path, path.Mode, path.Content ?? []);
            }

            cpio.Finish();
        }

        return payload.ToArray();
    }
}
