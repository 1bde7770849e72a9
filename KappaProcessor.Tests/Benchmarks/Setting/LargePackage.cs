using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Kappa.Tests.Support;

namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>Packages of gigabytes, of which no more than a piece is ever in memory.</summary>
internal static class LargePackage
{
    private const int Piece = 10_000_000;

    /// <summary>
    /// One whose payload, of so many bytes, is a hole in the file: its documents can be read, its content cannot.
    /// </summary>
    public static string WriteHollow(TempFolder folder, long size)
    {
        var path = folder["Hollow.pkg"];
        using var file = File.Create(path);
        file.Write(Documents(size, checksum: new string('0', 40)));
        file.SetLength(file.Length + size);
        return path;
    }

    /// <summary>One around <paramref name="payload"/>, with its checksum.</summary>
    public static string WriteAround(TempFolder folder, string payload)
    {
        var path = folder["Large.pkg"];
        using var content = File.OpenRead(payload);
        var checksum = Convert.ToHexStringLower(
            CryptographicOperations.HashData(HashAlgorithmName.SHA1, content));
        content.Position = 0;
        using var file = File.Create(path);
        file.Write(Documents(content.Length, checksum));
        content.CopyTo(file);
        return path;
    }

    /// <summary>
    /// A compressed cpio archive with an application of so many bytes. Machine code is what applications are made
    /// of: half of it shrinks, half does not.
    /// </summary>
    public static string WritePayload(TempFolder folder, long size)
    {
        var path = folder["Payload"];
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        var infoPlist = Encoding.UTF8.GetBytes(Some.InfoPlist());
        gzip.Write(WithoutTrailer("./Large.app/Contents/Info.plist", infoPlist));
        var random = new Random(20260115);
        var content = new byte[Piece];
        for (var at = 0; at < content.Length; at += 2000)
        {
            random.NextBytes(content.AsSpan(at, 1000));
        }

        for (var number = 0; number < size / Piece; number++)
        {
            gzip.Write(WithoutTrailer($"./Large.app/Contents/{number}", content));
        }

        gzip.Write(new CpioBuilder().Build());
        return path;
    }

    private static byte[] WithoutTrailer(string name, byte[] content) =>
        new CpioBuilder().With(name, content).WithoutTrailer().Build();

    /// <summary>All of a package but the payload, which belongs right behind it.</summary>
    private static byte[] Documents(long payload, string checksum)
    {
        var length = payload.ToString(CultureInfo.InvariantCulture);
        return new XarBuilder()
            .With("PackageInfo", Some.PackageInfo())
            .With(new XarPart("Payload", "")
            {
                Encoding = "application/octet-stream",
                ClaimedLength = length,
                ClaimedSize = length,
                ClaimedArchivedChecksum = checksum,
                ClaimedExtractedChecksum = checksum,
            })
            .Build();
    }
}
