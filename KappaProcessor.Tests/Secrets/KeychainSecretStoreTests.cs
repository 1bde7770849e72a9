using Kappa.Secrets;
using Kappa.Tests.Support;

namespace Kappa.Tests.Secrets;

internal sealed class KeychainSecretStoreTests
{
    [Test]
    public async Task Asks_for_the_service_of_the_secret_s_name()
    {
        using var keychain = new KeychainStandIn().Holds("KAPPA", "t0ken");

        var secret = await keychain.Store.FindAsync("KANDJI TOKEN; rm", CancellationToken.None);

        Assert.That(secret!.Reveal(), Is.EqualTo("t0ken"));
        Assert.That(
            keychain.Arguments, Is.EqualTo("find-generic-password\n-w\n-s\nKANDJI TOKEN; rm\n-a\nKAPPA\n"));
    }

    [TestCase("irupkg")]
    [TestCase("kpkg")]
    public async Task Finds_what_an_older_tool_has_stored(string account)
    {
        using var keychain = new KeychainStandIn().Holds(account, "t0ken");

        var secret = await keychain.Store.FindAsync("KANDJI_TOKEN", CancellationToken.None);

        Assert.That(secret!.Reveal(), Is.EqualTo("t0ken"));
    }

    [Test]
    public async Task Prefers_its_own_account()
    {
        using var keychain = new KeychainStandIn().Holds("kpkg", "old").Holds("irupkg", "older").Holds(
            "KAPPA", "own");

        var secret = await keychain.Store.FindAsync("KANDJI_TOKEN", CancellationToken.None);

        Assert.That(secret!.Reveal(), Is.EqualTo("own"));
    }

    [Test]
    public async Task A_secret_that_nobody_stored_is_absent()
    {
        using var keychain = new KeychainStandIn();

        var secret = await keychain.Store.FindAsync("KANDJI_TOKEN", CancellationToken.None);

        Assert.That(secret, Is.Null);
    }

    [TestCase(36, "locked")]
    [TestCase(51, "Access was denied")]
    [TestCase(128, "Access was denied")]
    [TestCase(1, "Keychain Access")]
    public async Task A_keychain_that_refuses_is_an_error_that_says_what_to_do(int exitCode, string remedy)
    {
        using var keychain = new KeychainStandIn().Refuses("KAPPA", exitCode);

        var problem = await Thrown.ByAsync<KappaException>(
            () => keychain.Store.FindAsync("KANDJI_TOKEN", CancellationToken.None));

        Assert.That(problem.What, Is.EqualTo(
            "KANDJI_TOKEN (account KAPPA) could not be read: the macOS keychain said "
            + $"{exitCode} (security: SecKeychainSearchCopyNext: refused.)."));
        Assert.That(problem.Remedy, Does.Contain(remedy));
    }

    [Test]
    public async Task A_machine_without_the_tool_is_told()
    {
        var store = new KeychainSecretStore(new ExternalTool("/nowhere/security"));

        var problem = await Thrown.ByAsync<KappaException>(
            () => store.FindAsync("KANDJI_TOKEN", CancellationToken.None));

        Assert.That(problem.What, Does.StartWith("/nowhere/security cannot be started: "));
    }

    [Test]
    public async Task A_secret_is_stored_without_ever_being_an_argument()
    {
        using var keychain = new KeychainStandIn().Holds("KAPPA", "t0ken");

        await keychain.Store.StoreAsync("KANDJI_TOKEN", new Secret("t0ken"), CancellationToken.None);

        Assert.That(keychain.Input, Is.EqualTo("add-generic-password -U -a \"KAPPA\" -s \"KANDJI_TOKEN\" "
            + "-T \"/usr/bin/security\" -w \"t0ken\"\n"));
        Assert.That(keychain.Arguments, Does.StartWith("-i\n").And.Not.Contain("t0ken"));
    }

    [TestCase("a\"b", "\"a\\\"b\"")]
    [TestCase("a\\b", "\"a\\\\b\"")]
    [TestCase("a'b$(c)`d`;e", "\"a'b$(c)`d`;e\"")]
    public async Task A_secret_with_odd_letters_is_quoted(string value, string quoted)
    {
        using var keychain = new KeychainStandIn().Holds("KAPPA", value);

        await keychain.Store.StoreAsync("KANDJI_TOKEN", new Secret(value), CancellationToken.None);

        Assert.That(keychain.Input, Does.EndWith($" -w {quoted}\n"));
    }

    [Test]
    public async Task What_is_not_there_afterwards_was_not_stored()
    {
        using var keychain = new KeychainStandIn().Holds("KAPPA", "another");

        var problem = await Thrown.ByAsync<KappaException>(
            () => keychain.Store.StoreAsync("KANDJI_TOKEN", new Secret("t0ken"), CancellationToken.None));

        Assert.That(
            problem.Message, Does.StartWith("KANDJI_TOKEN could not be stored").And.Not.Contain("t0ken"));
    }

    [TestCase("")]
    [TestCase("two words")]
    [TestCase("two\nlines")]
    public async Task What_could_not_be_used_is_not_stored(string value)
    {
        using var keychain = new KeychainStandIn();

        await Thrown.ByAsync<KappaException>(
            () => keychain.Store.StoreAsync("KANDJI_TOKEN", new Secret(value), CancellationToken.None));

        Assert.That(keychain.Arguments, Is.Empty);
    }

    [Test]
    public async Task A_name_cannot_smuggle_a_second_command_in()
    {
        using var keychain = new KeychainStandIn();

        await Thrown.ByAsync<KappaException>(() => keychain.Store.StoreAsync(
            "NAME\"\ndelete-keychain login.keychain\n", new Secret("t0ken"), CancellationToken.None));

        Assert.That(keychain.Arguments, Is.Empty);
    }

    [Test]
    [Platform("MacOsX")]
    public async Task The_real_keychain_has_no_secret_that_nobody_stored()
    {
        var store = new KeychainSecretStore(new ExternalTool(KeychainSecretStore.ToolPath));

        var secret = await store.FindAsync(
            "kappa-test-of-a-secret-that-nobody-stored", CancellationToken.None);

        Assert.That(secret, Is.Null);
    }
}
