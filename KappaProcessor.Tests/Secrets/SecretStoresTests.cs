using Kappa.Secrets;
using Kappa.Tests.Support;
using Moq;

namespace Kappa.Tests.Secrets;

internal sealed class SecretStoresTests
{
    [Test]
    public async Task The_keychain_is_left_alone_when_the_environment_has_the_secret()
    {
        var environment = Some.Environment(("KANDJI_TOKEN", "t0ken"));
        var keychain = new Mock<ISecretStore>(MockBehavior.Strict);

        var secret = await new SecretStores([environment, keychain.Object])
            .RequireAsync("KANDJI_TOKEN", "API token", CancellationToken.None);

        Assert.That(secret.Reveal(), Is.EqualTo("t0ken"));
    }

    [Test]
    public async Task The_next_place_is_asked_when_the_first_has_none()
    {
        using var keychain = new KeychainStandIn().Holds("KAPPA", "t0ken");

        var secret = await new SecretStores([Some.Environment(), keychain.Store])
            .RequireAsync("KANDJI_TOKEN", "API token", CancellationToken.None);

        Assert.That(secret.Reveal(), Is.EqualTo("t0ken"));
    }

    [TestCase(" t0ken ")]
    [TestCase("t0ken\n")]
    [TestCase("\r\n\tt0ken\r\n")]
    public async Task White_space_around_a_secret_is_not_part_of_it(string value)
    {
        var stores = new SecretStores([Some.Environment(("KANDJI_TOKEN", value))]);

        var secret = await stores.FindAsync("KANDJI_TOKEN", CancellationToken.None);

        Assert.That(secret!.Reveal(), Is.EqualTo("t0ken"));
    }

    [TestCase("t0 ken")]
    [TestCase("t0\nken")]
    [TestCase("t0\u0000ken")]
    [TestCase("t0\u00a0ken", TestName = "A space that does not break")]
    [TestCase("t0\u200bken", TestName = "A space without width")]
    [TestCase("t0kén", TestName = "A letter that no header can carry")]
    [TestCase("\"t0ken”", TestName = "A quotation mark of a word processor")]
    public async Task A_secret_that_cannot_be_one_is_refused_and_not_shown(string value)
    {
        var stores = new SecretStores([Some.Environment(("KANDJI_TOKEN", value))]);

        var problem = await Thrown.ByAsync<KappaException>(
            () => stores.FindAsync("KANDJI_TOKEN", CancellationToken.None));

        Assert.That(problem.Message, Is.EqualTo(
            "KANDJI_TOKEN from the environment has a space, a line break or another character that is not plain "
            + "ASCII. Copy it again from where it was made, and store it as one word."));
    }

    [Test]
    public async Task A_secret_that_is_nowhere_is_an_error_that_lists_the_places_and_how_to_store_it()
    {
        using var keychain = new KeychainStandIn();
        var stores = SecretStores.At(
            [SecretPlace.Environment, SecretPlace.File, SecretPlace.Keychain], _ => null, keychain.Tool);

        var problem = await Thrown.ByAsync<KappaException>(
            () => stores.RequireAsync("KANDJI_TOKEN", "Kandji API token", CancellationToken.None));

        Assert.That(problem.Message, Is.EqualTo(
            "The Kandji API token was not found under the name KANDJI_TOKEN in the environment, a file named by its "
            + "_FILE variable, the macOS keychain (accounts KAPPA, irupkg, kpkg). Store it with 'kappa setup', or "
            + "set the variable KANDJI_TOKEN and ENV_KEYSTORE=1, or let the variable KANDJI_TOKEN_FILE name a file "
            + "that holds it."));
    }

    [TestCase("KANDJI_TOKEN")]
    [TestCase("Kandji_Token", TestName = "The name as it is configured")]
    public async Task A_variable_has_the_name_or_the_name_in_capitals(string variable)
    {
        var environment = Some.Environment((variable, "t0ken"));

        var secret = await environment.FindAsync("Kandji_Token", CancellationToken.None);

        Assert.That(secret!.Reveal(), Is.EqualTo("t0ken"));
    }

    [TestCase("")]
    [TestCase("  ")]
    public async Task A_variable_of_nothing_holds_no_secret(string value)
    {
        var environment = Some.Environment(("KANDJI_TOKEN", value));

        var secret = await environment.FindAsync("KANDJI_TOKEN", CancellationToken.None);

        Assert.That(secret, Is.Null);
    }
}
