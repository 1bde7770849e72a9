using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

internal sealed class EnvironmentOverridesTests
{
    [Test]
    public void An_empty_environment_says_nothing()
    {
        var overrides = Read(("KANDJI_API_URL", ""), ("ENV_KEYSTORE", ""), ("KAPPA_PROCESSING_TIMEOUT", ""));

        Assert.That(overrides, Is.EqualTo(EnvironmentOverrides.None with { Notes = overrides.Notes }));
    }

    [Test]
    public void KANDJI_API_URL_wins_over_IRU_API_URL()
    {
        var overrides = Read(("IRU_API_URL", "b.api.iru.com"), ("KANDJI_API_URL", "a.api.kandji.io"));

        Assert.That(overrides.ApiUrl, Is.EqualTo("a.api.kandji.io"));
    }

    [Test]
    public void IRU_API_URL_is_the_same_variable()
    {
        var overrides = Read(("IRU_API_URL", "b.api.iru.com"));

        Assert.That((overrides.ApiUrl, overrides.ApiUrlName), Is.EqualTo(("b.api.iru.com", "IRU_API_URL")));
    }

    [TestCase("1", true)]
    [TestCase("true", true)]
    [TestCase("YES", true)]
    [TestCase("on", true)]
    [TestCase("0", false)]
    [TestCase("false", false)]
    [TestCase("off", false)]
    public void ENV_KEYSTORE_takes_the_words_for_true(string written, bool meant) =>
        Assert.That(Read(("ENV_KEYSTORE", written)).EnvironmentKeystore, Is.EqualTo(meant));

    [Test]
    public void Another_word_in_ENV_KEYSTORE_is_a_warning()
    {
        var overrides = Read(("ENV_KEYSTORE", "keychain"));

        using var claims = Assert.EnterMultipleScope();
        Assert.That(overrides.EnvironmentKeystore, Is.False);
        Assert.That(overrides.Notes, Is.EqualTo(
        [
            Note.Warning("ENV_KEYSTORE is 'keychain', neither true nor false, and is ignored."),
        ]));
    }

    [Test]
    public void A_time_limit_is_in_seconds() =>
        Assert.That(
            Read(("KAPPA_PROCESSING_TIMEOUT", "90")).ProcessingTimeout, Is.EqualTo(TimeSpan.FromSeconds(90)));

    [TestCase("15m")]
    [TestCase("-1")]
    [TestCase("86401")]
    public void A_time_limit_that_is_none_is_an_error(string written)
    {
        var problems = new SettingsProblems();

        _ = EnvironmentOverrides.Read(
            Some.Surroundings("/", ("KAPPA_PROCESSING_TIMEOUT", written)), problems);

        Assert.That(problems.ThrowIfAny, Throws.TypeOf<KappaException>().With.Message.EqualTo(
            $"the process environment: KAPPA_PROCESSING_TIMEOUT is '{written}', not a whole number of 0 to "
            + "86400. Write a whole number of 0 to 86400."));
    }

    private static EnvironmentOverrides Read(params (string, string)[] variables)
    {
        var problems = new SettingsProblems();
        var overrides = EnvironmentOverrides.Read(Some.Surroundings("/", variables), problems);
        problems.ThrowIfAny();
        return overrides;
    }
}
