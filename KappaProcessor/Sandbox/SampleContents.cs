using Kappa.Formats.Bom;

namespace Kappa.Sandbox;

/// <summary>What a sample package puts on a Mac.</summary>
internal static class SampleContents
{
    private const int Folder = 0x41ED; // octal 040755

    private const int File = 0x81A4; // octal 0100644

    private const int Executable = 0x81ED; // octal 0100755

    public static IReadOnlyList<BomPath> Of(SampleApplication app)
    {
        var contents = $"./{app.Name}.app/Contents";
        return
        [
            new BomPath(".", Folder, null),
            new BomPath($"./{app.Name}.app", Folder, null),
            new BomPath(contents, Folder, null),
            new BomPath($"{contents}/Info.plist", File, SampleDocuments.InfoPlist(app)),
            new BomPath($"{contents}/MacOS", Folder, null),
            new BomPath($"{contents}/MacOS/{app.Name}", Executable, "#!/bin/sh\nexit 0\n"u8.ToArray()),
            new BomPath($"{contents}/Resources", Folder, null),
            new BomPath($"{contents}/Resources/padding", File, Padding(app.Padding)),
        ];
    }

    private static byte[] Padding(int length)
    {
        // A fixed seed: the same application is the same package, and a second run finds it unchanged.
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
