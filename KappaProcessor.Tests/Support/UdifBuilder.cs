using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Kappa.Tests.Support;

/// <summary>
/// Wraps volumes into a compressed disk image, a true one or a lying one. Each call gives a changed copy.
/// </summary>
internal sealed record UdifBuilder
{
    private const int Sector = 512;

    private IReadOnlyList<byte[]> Volumes { get; init; } = [];

    private string Resources { get; init; } = "";

    private string? Xml { get; init; }

    private uint Version { get; init; } = 4;

    private uint TrailerSize { get; init; } = 512;

    private uint Segments { get; init; } = 1;

    private ulong? DataLength { get; init; }

    private ulong? XmlStart { get; init; }

    private ulong? XmlLength { get; init; }

    public UdifBuilder With(params byte[][] volumes) => this with { Volumes = [.. Volumes, .. volumes] };

    /// <summary>As <c>hdiutil udifrez</c> adds one: which languages there are, and the text.</summary>
    public UdifBuilder WithLicense() => this with
    {
        Resources = """
            <key>LPic</key><array><dict><key>ID</key><string>5000</string><key>Data</key><data>AAAAAgAA</data></dict></array>
            <key>TEXT</key><array><dict><key>ID</key><string>5000</string><key>Data</key><data>QWdyZWU=</data></dict></array>
            """,
    };

    public UdifBuilder WithXml(string xml) => this with { Xml = xml };

    public UdifBuilder WithVersion(uint version) => this with { Version = version };

    public UdifBuilder ClaimingTrailerSize(uint size) => this with { TrailerSize = size };

    public UdifBuilder ClaimingSegments(uint segments) => this with { Segments = segments };

    public UdifBuilder ClaimingDataLength(ulong length) => this with { DataLength = length };

    public UdifBuilder ClaimingXmlStart(ulong start) => this with { XmlStart = start };

    public UdifBuilder ClaimingXmlLength(ulong length) => this with { XmlLength = length };

    public byte[] Build()
    {
        var data = new MemoryStream();
        var blocks = new StringBuilder();
        foreach (var (volume, number) in Volumes.Select((volume, number) => (volume, number)))
        {
            var packed = Zlib(volume);
            var table = Convert.ToBase64String(Table(volume, (int)data.Length, packed.Length, number));
            blocks.Append(
                $"<dict><key>ID</key><string>{number}</string><key>Name</key>"
                + $"<string>disk image (Apple_HFS : {number})</string><key>Data</key><data>{table}</data></dict>");
            data.Write(packed);
        }

        var xml = Encoding.UTF8.GetBytes(Xml ?? $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <plist version="1.0"><dict><key>resource-fork</key><dict>
            <key>blkx</key><array>{blocks}</array>{Resources}
            </dict></dict></plist>
            """);
        return [.. data.ToArray(), .. xml, .. Trailer((ulong)data.Length, (ulong)xml.Length)];
    }

    /// <summary>One compressed block and the end of the table.</summary>
    private static byte[] Table(byte[] volume, int offset, int length, int number)
    {
        var sectors = (ulong)(volume.Length / Sector);
        return
        [
            .. "mish"u8,
            .. Number(1, 4),                                                  // version
            .. Number((ulong)number * sectors, 8),                            // first sector
            .. Number(sectors, 8),
            .. Number(0, 8),                                                  // start of the data
            .. Number(2056, 4),                                               // buffer to decompress with
            .. Number((ulong)number, 4),
            .. new byte[24],
            .. new byte[136],                                                 // no checksum
            .. Number(2, 4),                                                  // blocks
            .. Number(0x80000005, 4), .. Number(0, 4), .. Number(0, 8), .. Number(sectors, 8),
            .. Number((ulong)offset, 8), .. Number((ulong)length, 8),
            .. Number(0xFFFFFFFF, 4), .. Number(0, 4), .. Number(sectors, 8), .. Number(0, 8),
            .. Number((ulong)(offset + length), 8), .. Number(0, 8),
        ];
    }

    private byte[] Trailer(ulong data, ulong xml) =>
    [
        .. "koly"u8,
        .. Number(Version, 4),
        .. Number(TrailerSize, 4),
        .. Number(1, 4),                                                      // flags
        .. Number(0, 8),                                                      // running data fork
        .. Number(0, 8),                                                      // data fork
        .. Number(DataLength ?? data, 8),
        .. Number(0, 16),                                                     // resource fork
        .. Number(1, 4),                                                      // this segment
        .. Number(Segments, 4),
        .. new byte[16],
        .. new byte[136],                                                     // no checksum
        .. Number(XmlStart ?? data, 8),
        .. Number(XmlLength ?? xml, 8),
        .. new byte[120],
        .. new byte[136],                                                     // no checksum
        .. Number(1, 4),                                                      // variant
        .. Number((ulong)Volumes.Sum(volume => volume.Length / Sector), 8),
        .. new byte[12],
    ];

    private static byte[] Zlib(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Number(ulong value, int size)
    {
        var bytes = new byte[Math.Max(size, 8)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(bytes.Length - 8), value);
        return bytes[^size..];
    }
}
