using Kappa.Tests.Support;

namespace Kappa.Tests.Installers.Corpus;

/// <summary>Component packages: one PackageInfo, one payload.</summary>
internal static class ComponentCorpus
{
    private const string Firefox = "Firefox.app | org.mozilla.firefox | 128.0; org.mozilla.firefox.pkg | 128.0";

    private const string Zebra = "Zebra.app | com.example.zebra | 2.5; org.mozilla.firefox.pkg | 128.0";

    private const string PackageAlone = "- | - | -; org.mozilla.firefox.pkg | 128.0";

    public static IEnumerable<CorpusCase> All =>
        [.. Archives(), .. Foreign(), .. Roots(), .. InfoPlists(), .. Places(), .. Links(), .. NoApplications()];

    private static CpioBuilder Files => new CpioBuilder().WithFolder(".");

    private static string InfoPlist => Some.InfoPlist();

    private static IEnumerable<CorpusCase> Archives()
    {
        var files = Files.WithApplication("./Firefox.app", InfoPlist);
        byte[] padded = [.. files.Build(), .. new byte[400]];
        yield return Case("odc", files, Firefox);
        yield return Case("newc", files.Newc(), Firefox);
        yield return Case("newc-crc", files.Newc().WithMagic("070702"), Firefox);
        yield return Case("stored", files.Build(), Firefox);
        yield return Case("padded-to-a-block", padded, Firefox);
        yield return Case("two-gzip-members", [.. PackageBuilder.Gzip(padded[..500]), .. PackageBuilder.Gzip(padded[500..])], Firefox);
        yield return Case("pbzx-stored", new PbzxBuilder().With(padded[..900]).With(padded[900..]).Build(), Firefox);
        yield return Case("without-dot", new CpioBuilder().WithApplication("Firefox.app", InfoPlist), Firefox);
        yield return new CorpusCase("signed.pkg", Package(files).Signed(), Firefox);
        yield return new CorpusCase("heap-backwards.pkg", Package(files).Reversed(), Firefox);
        yield return new CorpusCase("long-header.pkg", Package(files).WithHeaderSize(64), Firefox);
        yield return new CorpusCase("called-an-image.dmg", Package(files), Firefox);
        yield return new CorpusCase("called-nothing", Package(files), Firefox);
        yield return new CorpusCase("meta.mpkg", Package(files), Firefox);
    }

    private static IEnumerable<CorpusCase> Foreign() =>
        from payload in (string[])
            [
                "bsdtar.odc.gz", "bsdtar.newc.gz", "gnu.odc.gz", "gnu.newc.gz", "gnu.crc.gz", "gnu.odc.bz2", "gnu.odc.xz",
                "bsdtar.newc.blocks.xz", "python.pbzx",
            ]
        select Case($"foreign-{payload}", InstallerFixtures.Read($"payloads/{payload}"), Zebra);

    private static IEnumerable<CorpusCase> Roots()
    {
        yield return At("root-in-its-folder", "/Applications/Firefox.app", InfoPlist, Firefox);
        yield return At("root-with-a-slash", "/Applications/Firefox.app/", InfoPlist, Firefox);
        yield return At(
            "root-elsewhere-display-name", "/private/tmp/stage", InfoPlistOf(("CFBundleDisplayName", "Fire Fox"), ("CFBundleName", "fx")),
            "Fire Fox.app | org.mozilla.firefox | 1; org.mozilla.firefox.pkg | 128.0");
        yield return At(
            "root-elsewhere-bundle-name", "/private/tmp/stage", InfoPlistOf(("CFBundleName", "fx")),
            "fx.app | org.mozilla.firefox | 1; org.mozilla.firefox.pkg | 128.0");
        yield return At("root-elsewhere-without-a-name", "/private/tmp/stage", InfoPlist, PackageAlone);
        yield return At("root-of-a-pane", "/Library/PreferencePanes/Firefox.prefPane", InfoPlist, PackageAlone);
    }

    private static IEnumerable<CorpusCase> InfoPlists()
    {
        const string package = "; org.mozilla.firefox.pkg | 128.0";
        yield return App("version-of-the-bundle-alone", InfoPlistOf(("CFBundleVersion", "77")), $"Firefox.app | org.mozilla.firefox | 77{package}");
        yield return App(
            "blank-short-version", InfoPlistOf(("CFBundleShortVersionString", "  "), ("CFBundleVersion", "7.1")),
            $"Firefox.app | org.mozilla.firefox | 7.1{package}");
        yield return App("spaces-around", InfoPlistOf(("CFBundleShortVersionString", " 7.2\n ")), $"Firefox.app | org.mozilla.firefox | 7.2{package}");
        yield return App("no-version", Some.Plist(("CFBundleIdentifier", "a.b")), $"Firefox.app | a.b | -{package}");
        yield return App("no-identifier", Some.Plist(("CFBundleVersion", "3")), $"Firefox.app | - | 3{package}");
        yield return App("neither", Some.Plist(("CFBundleName", "x")), $"Firefox.app | - | -{package}");
        yield return App("disagrees-with-PackageInfo", Some.InfoPlist("org.mozilla.nightly", "129.0a1"), $"Firefox.app | org.mozilla.nightly | 129.0a1{package}");
        yield return Case(
            "plist-binary",
            Files.With("./Firefox.app/Contents/Info.plist", Some.PlistFixture("info.binary.plist")),
            $"Firefox.app | org.mozilla.firefox | 128.0.3{package}");
    }

    private static IEnumerable<CorpusCase> Places()
    {
        const string package = "; org.mozilla.firefox.pkg | 128.0";
        var helper = Some.InfoPlist("a.helper", "9");
        var main = Files.WithApplication("./A Helper.app", helper, 500).WithApplication("./Firefox.app", InfoPlist, 5000);
        yield return Case("helper-first", main, Firefox);
        yield return Case("equally-large", Files.WithApplication("./B.app", helper).WithApplication("./A.app", helper),
            $"A.app | a.helper | 9{package}");
        yield return Case("equally-large-but-deeper", Files.WithApplication("./A/A.app", helper).WithApplication("./B.app", helper),
            $"B.app | a.helper | 9{package}");
        foreach (var inner in (string[])["Helpers", "Frameworks/F.framework/Versions/A/Resources", "Library/LoginItems", "MacOS", "PlugIns", "SharedSupport", "Extensions"])
        {
            var files = Files
                .WithApplication($"./Firefox.app/Contents/{inner}/Z.app", helper, 90_000)
                .WithApplication("./Firefox.app", InfoPlist);
            yield return Case($"part-in-{inner.Replace('/', '-')}", files, Firefox);
        }

        yield return Case("nested-elsewhere", Files.WithApplication("./Firefox.app/Z.app", helper, 90_000).WithApplication("./Firefox.app", InfoPlist), Firefox);
        yield return Case("folder-of-a-vendor", Files.WithApplication("./Mozilla Corp/2024/Firefox.app", InfoPlist), Firefox);
        yield return Case("upper-case-suffix", Files.WithApplication("./Firefox.APP", InfoPlist), Firefox.Replace(".app", ".APP", StringComparison.Ordinal));
        yield return In("library-alone", "/Library/Application Support", Files.WithApplication("./U.app", helper), $"U.app | a.helper | 9{package}");
        yield return In("library-beside", "/", Files
            .WithApplication("./Library/Big/U.app", helper, 90_000)
            .WithApplication("./Applications/Firefox.app", InfoPlist), Firefox);
        yield return In("folder-called-app", "/", Files
            .With("./Applications/Not One.app/readme.txt", "no bundle")
            .WithApplication("./Applications/Not One.app/Firefox.app", InfoPlist), Firefox);
    }

    private static IEnumerable<CorpusCase> Links()
    {
        const string path = "./Firefox.app/Contents/Info.plist";
        var plist = System.Text.Encoding.UTF8.GetBytes(InfoPlist);
        var large = new byte[3000];
        yield return Case("hard-link-with-content-last", Files.Newc().WithHardLink(path, 9, []).WithHardLink("./other", 9, plist), Firefox);
        yield return Case("hard-link-with-content-twice", Files.WithHardLink("./other", 9, plist).WithHardLink(path, 9, plist), Firefox);
        yield return Case("hard-links-count-once", Files
            .WithApplication("./Firefox.app", InfoPlist, 5000)
            .WithApplication("./Many.app", Some.InfoPlist("many", "1"), 1)
            .WithHardLink("./Many.app/a", 7, large).WithHardLink("./Many.app/b", 7, large), Firefox);
        yield return Case("symbolic-link-called-app", Files.WithSymbolicLink("./Alias.app", "/Applications").WithApplication("./Firefox.app", InfoPlist), Firefox);
        yield return Case("symbolic-link-called-Info.plist", Files
            .WithSymbolicLink("./Alias.app/Contents/Info.plist", "../x").WithApplication("./Firefox.app", InfoPlist), Firefox);
    }

    private static IEnumerable<CorpusCase> NoApplications()
    {
        var helper = Some.InfoPlist("a.helper", "9");
        yield return In("command-line-tool", "/usr/local", Files.With("./bin/tool", "#!/bin/sh"), PackageAlone);
        yield return In("application-in-opt", "/", Files.WithApplication("./opt/acme/A.app", helper), PackageAlone);
        yield return In("application-in-bin", "/", Files.WithApplication("./bin/A.app", helper), PackageAlone);
        yield return In("driver", "/Library/Extensions", Files.WithApplication("./D.kext", helper), PackageAlone);
        yield return In("plug-in", "/Library/Audio/Plug-Ins/Components", Files.WithApplication("./P.component", helper), PackageAlone);
        yield return In("helper-of-a-pane", "/Library/PreferencePanes", Files.WithApplication("./P.prefPane/Contents/Resources/H.app", helper), PackageAlone);
        yield return Case("names-what-it-does-not-bring", Files.With("./readme.txt", "hello"), PackageAlone);
        yield return Case("ios-style-bundle", Files.With("./Firefox.app/Info.plist", InfoPlist), PackageAlone);
        yield return new CorpusCase("scripts-alone.pkg", PackageBuilder.Component(Some.PackageInfo(content: ""), []), PackageAlone);
        yield return new CorpusCase("payload-not-enclosed.pkg", PackageBuilder.Component(payload: []), Firefox);
        yield return new CorpusCase("version-alone.pkg", PackageBuilder.Component(
            "<pkg-info version=\"5\"/>", PackageBuilder.Payload(Files)), "- | - | -; - | 5");
    }

    private static XarBuilder Package(CpioBuilder files) => PackageBuilder.Component(payload: PackageBuilder.Payload(files));

    private static CorpusCase Case(string name, CpioBuilder files, string answer) => new($"{name}.pkg", Package(files), answer);

    private static CorpusCase Case(string name, byte[] payload, string answer) =>
        new($"{name}.pkg", PackageBuilder.Component(payload: payload), answer);

    private static CorpusCase In(string name, string location, CpioBuilder files, string answer) => new(
        $"{name}.pkg", PackageBuilder.Component(Some.PackageInfo(location: location), PackageBuilder.Payload(files)), answer);

    /// <summary>The payload is the bundle.</summary>
    private static CorpusCase At(string name, string location, string infoPlist, string answer) => In(
        name, location, Files.With("./Contents/Info.plist", infoPlist).With("./Contents/MacOS/run", new byte[99]), answer);

    private static CorpusCase App(string name, string infoPlist, string answer) =>
        Case($"plist-{name}", Files.WithApplication("./Firefox.app", infoPlist), answer);

    /// <summary>With an identifier, and with a version of 1 where none is given.</summary>
    private static string InfoPlistOf(params (string Key, string Value)[] entries)
    {
        var hasVersion = entries.Any(one => one.Key.Contains("Version", StringComparison.Ordinal));
        (string, string)[] version = hasVersion ? [] : [("CFBundleVersion", "1")];
        return Some.Plist([("CFBundleIdentifier", "org.mozilla.firefox"), .. version, .. entries]);
    }
}
