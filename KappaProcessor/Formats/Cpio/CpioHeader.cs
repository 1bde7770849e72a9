using System.Text;
using Kappa.Formats.Streams;

namespace Kappa.Formats.Cpio;

/// <summary>
/// What precedes every name in a cpio archive, in either of the two forms that payloads have.
/// </summary>
internal sealed record CpioHeader
{
    private const string What = "an entry's header";

    public required long Device { get; init; }

    public required long Inode { get; init; }

    /// <summary>Type and rights, as <c>stat</c> has them.</summary>
    public required long Mode { get; init; }

    public required long Links { get; init; }

    /// <summary>Bytes of the name, its final 0 included.</summary>
    public required long NameSize { get; init; }

    /// <summary>Bytes of the content.</summary>
    public required long Size { get; init; }

    /// <summary>Name and content each end at a multiple of so many bytes from the archive's start.</summary>
    public required int Alignment { get; init; }

    public static CpioHeader Read(BigEndianReader reader, string format)
    {
        var start = reader.Position;
        var magic = Encoding.Latin1.GetString(reader.ReadBytes(6, 6, What));
        return magic switch
        {
            "070707" => ReadPortable(new Digits(reader, format, 8)),
            "070701" or "070702" => ReadNew(new Digits(reader, format, 16)),
            _ => throw new MediaFormatException(
                format,
                start,
                $"an entry starts with {Convert.ToHexString(Encoding.Latin1.GetBytes(magic))}",
                "the digits 070707, 070701 or 070702 belong there"),
        };
    }

    /// <summary>
    /// The portable form ("odc"), octal digits
    /// (https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html, cpio Interchange Format).
    /// <code>
    /// offset size
    ///      0    6  "070707"
    ///      6    6  device
    ///     12    6  inode
    ///     18    6  mode
    ///     24    6  owner
    ///     30    6  group
    ///     36    6  links
    ///     42    6  device, of a device
    ///     48   11  time of modification
    ///     59    6  length of the name, its final 0 included
    ///     65   11  length of the content
    /// </code>
    /// </summary>
    private static CpioHeader ReadPortable(Digits digits)
    {
        var device = digits.Read(6);
        var inode = digits.Read(6);
        var mode = digits.Read(6);
        digits.Skip(12);
        var links = digits.Read(6);
        digits.Skip(17);
        return new CpioHeader
        {
            Device = device,
            Inode = inode,
            Mode = mode,
            Links = links,
            NameSize = digits.Read(6),
            Size = digits.Read(11),
            Alignment = 1,
        };
    }

    /// <summary>
    /// The form of SVR4 ("newc"), hexadecimal digits
    /// (https://man.freebsd.org/cgi/man.cgi?query=cpio&amp;sektion=5).
    /// <code>
    /// offset size
    ///      0    6  "070701", or "070702" with a checksum
    ///      6    8  inode
    ///     14    8  mode
    ///     22    8  owner
    ///     30    8  group
    ///     38    8  links
    ///     46    8  time of modification
    ///     54    8  length of the content
    ///     62   16  device, in two numbers
    ///     78   16  device, of a device
    ///     94    8  length of the name, its final 0 included
    ///    102    8  checksum
    /// </code>
    /// </summary>
    private static CpioHeader ReadNew(Digits digits)
    {
        var inode = digits.Read(8);
        var mode = digits.Read(8);
        digits.Skip(16);
        var links = digits.Read(8);
        digits.Skip(8);
        var size = digits.Read(8);
        var device = (digits.Read(8) << 32) | digits.Read(8);
        digits.Skip(16);
        var nameSize = digits.Read(8);
        digits.Skip(8);
        return new CpioHeader
        {
            Device = device,
            Inode = inode,
            Mode = mode,
            Links = links,
            NameSize = nameSize,
            Size = size,
            Alignment = 4,
        };
    }

    private readonly record struct Digits(BigEndianReader Reader, string Format, int Base)
    {
        public void Skip(int count) => _ = Reader.ReadBytes((ulong)count, count, What);

        public long Read(int count)
        {
            var start = Reader.Position;
            long number = 0;
            foreach (var digit in Reader.ReadBytes((ulong)count, count, What))
            {
                var value = char.IsAsciiHexDigit((char)digit) ? Convert.ToInt32($"{(char)digit}", 16) : Base;
                number = value < Base ? (number * Base) + value : throw NoDigit(start, digit);
            }

            return number;
        }

        private MediaFormatException NoDigit(long offset, byte found) => new(
            Format,
            offset,
            $"a number in an entry's header has the byte {Convert.ToHexString([found])}",
            $"digits of base {Base} belong there");
    }
}
