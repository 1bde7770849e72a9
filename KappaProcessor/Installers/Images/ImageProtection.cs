using System.Text;
using Kappa.Formats.Udif;

namespace Kappa.Installers.Images;

/// <summary>
/// What keeps an image from being opened without a person: a password, or a licence to agree to.
/// </summary>
internal static class ImageProtection
{
    /// <summary>The image shows a licence before it opens.</summary>
    /// <exception cref="KappaException">It is encrypted.</exception>
    /// <exception cref="Kappa.Formats.MediaFormatException">Its trailer is broken.</exception>
    public static bool FindLicense(string path)
    {
        using var content = InstallerContent.Open(path);
        return IsEncrypted(content)
            ? throw Encrypted(path)
            : UdifTrailer.Find(content) is { } trailer && trailer.HasLicense(content);
    }

    public static KappaException Encrypted(string path) => new(
        $"{path} is encrypted; nobody can open it without its password.",
        "Make a copy that is not: hdiutil convert, with -format UDZO -o COPY, asks for the password once.");

    /// <param name="path">The image.</param>
    /// <param name="problem">What came of opening it.</param>
    public static KappaException Licensed(string path, KappaException problem) => new(
        $"{path} shows a licence that a person must agree to before it opens ({problem.What.TrimEnd('.')}).",
        "Make a copy without it: hdiutil convert, with -format UDTO -o COPY, leaves the licence out; "
            + "or ask its vendor for one.",
        problem);

    /// <summary>Version 2 begins with its mark, version 1 ends with it.</summary>
    private static bool IsEncrypted(Stream content) =>
        Has(content, 0, "encrcdsa") || Has(content, content.Length - 8, "cdsaencr");

    private static bool Has(Stream content, long offset, string mark)
    {
        Span<byte> found = stackalloc byte[mark.Length];
        content.Position = Math.Max(0, offset);
        var got = content.ReadAtLeast(found, found.Length, throwOnEndOfStream: false);
        return Encoding.Latin1.GetString(found[..got]) == mark;
    }
}
