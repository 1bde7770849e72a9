using Kappa.Secrets;

namespace Kappa.Tests.Secrets;

internal sealed class KeystoresTests
{
    [TestCase(false, false, null, "File")]
    [TestCase(true, false, null, "Environment File")]
    [TestCase(false, true, null, "File Keychain")]
    [TestCase(true, true, null, "Environment File Keychain")]
    [TestCase(false, true, "1", "Environment File Keychain")]
    [TestCase(false, false, " Yes ", "Environment File")]
    [TestCase(false, false, "on", "Environment File")]
    [TestCase(false, false, "TRUE", "Environment File")]
    [TestCase(false, true, "0", "File Keychain")]
    [TestCase(false, true, "no", "File Keychain")]
    [TestCase(false, true, "", "File Keychain")]
    public void On_a_Mac_only_what_is_configured_is_looked_at(
        bool environment, bool keychain, string? environmentSwitch, string places) =>
        Assert.That(
            string.Join(' ', new Keystores(environment, keychain).Places(environmentSwitch, onMac: true)),
            Is.EqualTo(places));

    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(false, true, TestName = "A configuration made on a Mac")]
    public void Elsewhere_the_environment_is_always_looked_at_and_a_keychain_never(
        bool environment, bool keychain) =>
        Assert.That(
            new Keystores(environment, keychain).Places(null, onMac: false),
            Is.EqualTo([SecretPlace.Environment, SecretPlace.File]));
}
