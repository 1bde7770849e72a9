namespace Kappa.Formats.Bom;

/// <summary>The CRC of <c>cksum</c> (POSIX): over the bytes, then over their number.</summary>
internal static class PosixChecksum
{
    private const uint Polynomial = 0x04C1_1DB7;

    private static readonly uint[] Table =
        [.. Enumerable.Range(0, 256).Select(value => Shift((uint)value << 24, 8))];

    public static uint Of(ReadOnlySpan<byte> content)
    {
        var sum = 0u;
        foreach (var value in content)
        {
            sum = Next(sum, value);
        }

        for (var length = content.Length; length > 0; length >>= 8)
        {
            sum = Next(sum, (byte)length);
        }

        return ~sum;
    }

    private static uint Next(uint sum, byte value) => (sum << 8) ^ Table[(sum >> 24) ^ value];

    private static uint Shift(uint value, int times) => times == 0
        ? value
        : Shift((value & 0x8000_0000) == 0 ? value << 1 : (value << 1) ^ Polynomial, times - 1);
}
