using CsCheck;

namespace Kappa.Tests.Support;

/// <summary>
/// Files with a few bytes replaced, taken out, put in or repeated, or an end cut off; mostly replaced, and
/// half of it within the last kilobyte, where directories and trailers are.
/// </summary>
internal static class Damage
{
    private const int End = 1024;

    private static readonly byte[] Telling = [0, 1, 8, 0x7F, 0x80, 0xFF];

    public static Gen<byte[]> To(Gen<byte[]> whole) =>
        Gen.Select(whole, Gen.Select(Gen.Int[0, 9], Gen.Int[0, int.MaxValue], Byte()).Array[1, 8], Changed);

    public static Gen<byte[]> To(params IReadOnlyList<byte[]> sound) =>
        To(Gen.Int[0, sound.Count - 1].Select(number => sound[number]));

    /// <summary>Acts on the first of them, always the same.</summary>
    public static void First(this Gen<byte[]> damaged, uint count, Action<byte[]> act)
    {
        for (var seed = 0U; seed < count; seed++)
        {
            act(damaged.Generate(new PCG(seed, 20260115), null, out _));
        }
    }

    private static Gen<byte> Byte() => Gen.OneOf(Gen.Byte, Gen.OneOf(Telling));

    private static byte[] Changed(byte[] whole, (int Kind, int Place, byte Other)[] edits) =>
        edits.Aggregate(whole, (bytes, edit) => Changed(bytes, edit.Kind, Place(bytes, edit.Place), edit.Other));

    private static int Place(byte[] bytes, int number) => number % 2 == 0
        ? number / 2 % (bytes.Length + 1)
        : bytes.Length - number / 2 % (Math.Min(bytes.Length, End) + 1);

    private static byte[] Changed(byte[] bytes, int kind, int at, byte other)
    {
        var end = Math.Min(bytes.Length, at + 1 + other % 16);
        return kind switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], .. bytes[end..]],
            2 => [.. bytes[..at], other, .. bytes[at..]],
            3 => [.. bytes[..end], .. bytes[at..]],
            _ when at == bytes.Length => bytes,
            _ => [.. bytes[..at], other, .. bytes[(at + 1)..]],
        };
    }
}
