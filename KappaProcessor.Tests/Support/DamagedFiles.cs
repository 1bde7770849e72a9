using CsCheck;

namespace Kappa.Tests.Support;

/// <summary>Sound files with a few bytes replaced, taken out, put in or repeated, or their end cut off.</summary>
internal static class DamagedFiles
{
    public static Gen<byte[]> Of(params IReadOnlyList<byte[]> sound) => Gen.Select(
        Gen.Int[0, sound.Count - 1].Select(number => sound[number]),
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, int.MaxValue], Gen.Byte).Array[1, 8],
        (whole, edits) => edits.Aggregate(whole, Damage));

    /// <summary>The first of them, always the same.</summary>
    public static void First(this Gen<byte[]> files, uint count, Action<byte[]> act)
    {
        for (var seed = 0U; seed < count; seed++)
        {
            act(files.Generate(new PCG(seed, 20260115), null, out _));
        }
    }

    private static byte[] Damage(byte[] bytes, (int Kind, int Place, byte Other) edit)
    {
        var (kind, place, other) = edit;
        var at = place % (bytes.Length + 1);
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
