using System.Text;

namespace Kappa.Installers;

/// <summary>
/// What a file is that should have been an installer, and what that means for the administrator.
/// </summary>
internal static class ForeignContent
{
    private const int Sample = 512;

    private const string WrongDownload =
        "The download probably got an error or login page: open its URL in a browser and correct the recipe.";

    private const string WrongFile = "Give the .pkg, .dmg or .zip itself.";

    private static readonly (string Start, string What, string Remedy)[] Known =
    [
        ("<!doctype html", "is a web page, not an installer", WrongDownload),
        ("<html", "is a web page, not an installer", WrongDownload),
        ("<?xml", "is an XML document, not an installer", WrongDownload),
        ("{", "is a text, probably JSON, not an installer", WrongDownload),
        ("#!", "is a script, not an installer", "Pack it into a package, or use a Kandji Custom Script."),
        ("\x1f\u008b", "is a gzip file, not an installer", "Expand it first (AutoPkg: Unarchiver)."),
        ("BZh", "is a bzip2 file, not an installer", "Expand it first (AutoPkg: Unarchiver)."),
        ("\u00fd7zXZ", "is an xz file, not an installer", "Expand it first (AutoPkg: Unarchiver)."),
        ("7z\u00bc\u00af", "is a 7-Zip file, not an installer", "Expand it first."),
        ("PK\x05\x06", "is an empty .zip", "Pack the application into it again."),
        ("MZ", "is a Windows program, not an installer for a Mac", WrongFile),
        ("\u00cf\u00fa\u00ed\u00fe", "is a Mac program, not an installer", "Pack it into a package first."),
        ("\u00ca\u00fe\u00ba\u00be", "is a Mac program, not an installer", "Pack it into a package first."),
        ("\u007fELF", "is a Linux program, not an installer for a Mac", WrongFile),
    ];

    public static KappaException Describe(string path, Stream content)
    {
        var start = Start(content);
        foreach (var (mark, what, remedy) in Known)
        {
            if (start.TrimStart().StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                return new KappaException($"{path} {what}.", remedy);
            }
        }

        var found = Convert.ToHexString(Encoding.Latin1.GetBytes(start[..Math.Min(8, start.Length)]));
        return new KappaException(
            $"{path} is no package, disk image or .zip: it starts with the bytes {found}.", WrongFile);
    }

    /// <summary>A byte a character, without the byte order mark that a text may start with.</summary>
    private static string Start(Stream content)
    {
        var sample = new byte[Sample];
        content.Position = 0;
        var got = content.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        var text = Encoding.Latin1.GetString(sample, 0, got);
        return text.StartsWith("\u00ef\u00bb\u00bf", StringComparison.Ordinal) ? text[3..] : text;
    }
}
