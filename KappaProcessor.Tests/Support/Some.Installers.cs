using System.Security;
using Kappa.Installers;
using Kappa.Installers.Images;

namespace Kappa.Tests.Support;

internal static partial class Some
{
    public const string ApplicationBundle = """
        <bundle path="./Firefox.app" id="org.mozilla.firefox"
            CFBundleShortVersionString="128.0" CFBundleVersion="12824.7.1"/>
        """;

    /// <summary>The document of a component package that installs Firefox into /Applications.</summary>
    public static string PackageInfo(
        string id = "org.mozilla.firefox.pkg",
        string version = "128.0",
        string location = "/Applications",
        string content = ApplicationBundle,
        int kBytes = 4096) => $"""
            <?xml version="1.0" encoding="utf-8"?>
            <pkg-info identifier="{id}" version="{version}" install-location="{location}" auth="root">
                <payload numberOfFiles="12" installKBytes="{kBytes}"/>
                {content}
            </pkg-info>
            """;

    public static string InfoPlist(string id = "org.mozilla.firefox", string version = "128.0") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <plist version="1.0"><dict>
            <key>CFBundleIdentifier</key><string>{id}</string>
            <key>CFBundleShortVersionString</key><string>{version}</string>
        </dict></plist>
        """;

    public static ApplicationReader ApplicationReader =>
        new(DiskImageTools.ForThisMachine(OperatingSystem.IsMacOS(), System.Environment.GetEnvironmentVariable));

    /// <summary>A dictionary of texts.</summary>
    public static string Plist(params IEnumerable<(string Key, string Value)> entries) =>
        $"<plist version=\"1.0\"><dict>{string.Concat(entries.Select(Entry))}</dict></plist>";

    private static string Entry((string Key, string Value) entry) =>
        $"<key>{entry.Key}</key><string>{SecurityElement.Escape(entry.Value)}</string>";

    public static string Distribution(string content) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <installer-gui-script minSpecVersion="2">
            <title>Firefox</title>
            {content}
        </installer-gui-script>
        """;

    public static AppBundle AppBundle(string path, string location = "/Applications", long? size = null) => new()
    {
        Path = path,
        InstalledPath = PayloadPath.Normalize($"{location}/{path}"),
        InstalledSize = size,
        Source = "PackageInfo",
    };
}
