using System.Text;

namespace Kappa.Tests.Support;

/// <summary>A row of <see cref="HostileTexts"/>.</summary>
/// <param name="IsCarried">To the Mac, as it is, as an id or a version; otherwise it is refused.</param>
internal sealed record HostileText(string Text, bool IsCarried)
{
    /// <summary>The text as an application's folder: no name has a slash; Finder shows a colon as one.</summary>
    public string FolderName => $"{Text.Replace('/', ':')}.app";

    /// <summary>A file system, of a Mac or of the machine that tests, can have a folder of that name.</summary>
    public bool IsFolderName => !Text.Contains('\0', StringComparison.Ordinal)
        && Encoding.UTF8.GetByteCount(FolderName) <= 255;

    /// <summary>
    /// A bundle's property list with the text for its name and id, and behind a digit for its version, which needs one;
    /// binary, since XML cannot hold them all.
    /// </summary>
    public byte[] InfoPlist() => new BinaryPlistBuilder()
        .Dictionary((1, 4), (2, 4), (3, 5))
        .Text("CFBundleName").Text("CFBundleIdentifier").Text("CFBundleShortVersionString")
        .Unicode(Text)
        .Unicode($"9{Text}")
        .Build();

    public override string ToString() => $"{Text.Length} characters, {(IsCarried ? "carried" : "refused")}";
}
