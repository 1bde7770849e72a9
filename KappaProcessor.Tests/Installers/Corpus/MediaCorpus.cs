using Kappa.Tests.Support;

namespace Kappa.Tests.Installers.Corpus;

/// <summary>.zip files and disk images that other tools made.</summary>
internal static class MediaCorpus
{
    private const string Firefox = "Firefox.app | org.mozilla.firefox | 128.0; - | -";

    public static bool CanOpenImages => OperatingSystem.IsMacOS()
        || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Any(folder => File.Exists(Path.Combine(folder, "7zz")) || File.Exists(Path.Combine(folder, "7z")));

    public static IEnumerable<CorpusCase> Zips =>
    [
        Case("caffeine-with-plist.zip", "Caffeine.app | com.caffeine | 1.2.3; - | -"),
        Case("firefox-7zz.zip", Firefox),
        Case("firefox-bsdtar-stored.zip", Firefox),
        Case("firefox-bsdtar-zip64.zip", Firefox),
        Case("firefox-infozip-zip64.zip", Firefox),
        Case("firefox-python.zip", Firefox),
    ];

    public static IEnumerable<CorpusCase> Images =>
    [
        Case("transmission-2.61.dmg", "Transmission.app | org.m0k.transmission | -; - | -"),
    ];

    private static CorpusCase Case(string name, string answer) => new(name, InstallerFixtures.Read(name), answer);
}
