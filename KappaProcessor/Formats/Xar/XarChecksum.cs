using System.Security.Cryptography;

namespace Kappa.Formats.Xar;

/// <summary>A checksum that a table of contents states.</summary>
internal sealed record XarChecksum(HashAlgorithmName Algorithm, string Hex)
{
    /// <summary>The algorithm of a <c>style</c>; null for one we do not know.</summary>
    public static HashAlgorithmName? AlgorithmOf(string style) => style.ToLowerInvariant() switch
    {
        "md5" => HashAlgorithmName.MD5,
        "sha1" => HashAlgorithmName.SHA1,
        "sha256" => HashAlgorithmName.SHA256,
        "sha512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    public IncrementalHash Start() => IncrementalHash.CreateHash(Algorithm);

    /// <summary>Null when <paramref name="hash"/> ends in what is stated, else what it is instead.</summary>
    public string? Difference(IncrementalHash hash)
    {
        var actual = Convert.ToHexStringLower(hash.GetCurrentHash());
        return string.Equals(actual, Hex, StringComparison.OrdinalIgnoreCase) ? null : actual;
    }
}
