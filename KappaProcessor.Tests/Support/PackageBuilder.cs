using System.IO.Compression;

namespace Kappa.Tests.Support;

/// <summary>Flat packages as pkgbuild and productbuild lay them out, as archives that can still be bent.</summary>
internal static class PackageBuilder
{
    /// <summary>A component package that installs <paramref name="payload"/>; an empty one is left out.</summary>
    public static XarBuilder Component(string? packageInfo = null, byte[]? payload = null) =>
        new XarBuilder().With([.. Parts("", packageInfo ?? Some.PackageInfo(), payload ?? Payload())]);

    /// <summary>A product archive around components, each a folder and its PackageInfo.</summary>
    public static XarBuilder Product(string distribution, params (string Folder, string PackageInfo)[] components) =>
        new XarBuilder()
            .With([.. components.SelectMany(one => Parts($"{one.Folder}/", one.PackageInfo, Payload()))])
            .With("Distribution", distribution);

    /// <summary>A product archive whose components bring payloads of their own; null for none.</summary>
    public static XarBuilder Suite(
        string distribution, params (string Folder, string PackageInfo, CpioBuilder? Files)[] components) =>
        new XarBuilder()
            .With([.. components.SelectMany(
                one => Parts($"{one.Folder}/", one.PackageInfo, one.Files is null ? [] : Payload(one.Files)))])
            .With("Distribution", distribution);

    /// <summary>A compressed cpio archive, by default of an application with nothing but an Info.plist.</summary>
    public static byte[] Payload(CpioBuilder? files = null)
    {
        files ??= new CpioBuilder().WithFolder(".").With("./Firefox.app/Contents/Info.plist", Some.InfoPlist());
        return Gzip(files.Build());
    }

    public static byte[] Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }

    private static IEnumerable<XarPart> Parts(string folder, string packageInfo, byte[] payload)
    {
        yield return new XarPart($"{folder}Bom", "BOMStore");
        if (payload.Length > 0)
        {
            yield return new XarPart($"{folder}Payload", payload) { Encoding = "application/octet-stream" };
        }

        yield return new XarPart($"{folder}PackageInfo", packageInfo);
    }
}
