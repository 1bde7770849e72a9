using Kappa.Installers;

namespace Kappa.Tests.Installers;

internal sealed class InstallerNameTests
{
    [TestCase("CotEditor_7.0.2.dmg", "CotEditor")]
    [TestCase("Firefox-1.0.0.dmg", "Firefox")]
    [TestCase("claude-devtools-0.4.16-arm64.dmg", "claude-devtools")]
    [TestCase("Zed-aarch64.dmg", "Zed")]
    [TestCase("Rectangle0.91.dmg", "Rectangle")]
    [TestCase("zoom.pkg", "zoom")]
    [TestCase("GoogleChrome-126.0.1_ab12cd34.pkg", "GoogleChrome", TestName = "The hash that Kandji appends")]
    [TestCase(
        "0f04055b0f04055b0f04055b0f04055b0f04055b0f04055b0f04055b0f04055b--Firefox 128.0.dmg",
        "Firefox",
        TestName = "The hash that Homebrew's cache puts first")]
    [TestCase("/tmp/cache/Slack-4.36.140-macOS.dmg", "Slack")]
    [TestCase("GitHubDesktop-arm64.zip", "GitHubDesktop")]
    [TestCase("iTerm2-3_4_23.zip", "iTerm2")]
    [TestCase("Alfred_5.5_2257.dmg", "Alfred")]
    [TestCase("Wireshark 4.2.3 Arm 64.dmg", "Wireshark")]
    [TestCase("node-v20.11.0.pkg", "node")]
    [TestCase("go1.22.4.darwin-arm64.pkg", "go")]
    [TestCase("python-3.12.1-macos11.pkg", "python")]
    [TestCase("VSCode-darwin-universal.zip", "VSCode")]
    [TestCase("Foo-2024-05-01.pkg", "Foo")]
    [TestCase("Foo-1.2.3b4.pkg", "Foo")]
    [TestCase("Foo-1.2.3-beta.2.pkg", "Foo")]
    [TestCase("Foo (1.2).dmg", "Foo")]
    [TestCase("Foo-x86_64.app.zip", "Foo")]
    [TestCase("Foo-latest.pkg", "Foo")]
    [TestCase("Foo.PKG", "Foo")]
    [TestCase("Microsoft_Office_16.77.23091003_BusinessPro_Installer.pkg", "Microsoft_Office_BusinessPro_Installer")]
    public void Leaves_out_what_changes_from_release_to_release(string file, string product) =>
        Assert.That(InstallerName.ProductName(file), Is.EqualTo(product));

    [TestCase("1Password.pkg", "1Password")]
    [TestCase("1Password-8.10.34.pkg", "1Password")]
    [TestCase("7-Zip-23.01.dmg", "7-Zip")]
    [TestCase("Logic Pro 11.app", "Logic Pro 11")]
    [TestCase("iTerm2.zip", "iTerm2")]
    [TestCase("Office365.pkg", "Office365")]
    [TestCase("Parallels Desktop for Mac.dmg", "Parallels Desktop for Mac")]
    [TestCase("R-4.3.2-arm64.pkg", "R")]
    [TestCase("Deadbeef.pkg", "Deadbeef")]
    [TestCase("my-facade.pkg", "my-facade")]
    [TestCase("Marmot.pkg", "Marmot")]
    [TestCase("Big Mac.dmg", "Big Mac")]
    public void Keeps_what_is_part_of_the_name(string file, string product) =>
        Assert.That(InstallerName.ProductName(file), Is.EqualTo(product));

    [TestCase("1.2.3.pkg", "1.2.3")]
    [TestCase("arm64.pkg", "arm64")]
    [TestCase("-1.2.3.pkg", "-1.2.3")]
    public void A_name_that_is_nothing_else_stays(string file, string product) =>
        Assert.That(InstallerName.ProductName(file), Is.EqualTo(product));
}
