using Kappa.Secrets;
using Kappa.Tests.Support;

namespace Kappa.Tests.Secrets;

internal sealed class FileSecretStoreTests
{
    [TestCase("t0ken")]
    [TestCase("t0ken\n")]
    [TestCase("\ufefft0ken\r\n", TestName = "A file of a Windows editor")]
    public async Task The_secret_is_the_file_s_content(string content)
    {
        using var folder = new TempFolder();
        var store = Store(folder.Write("secret", content));

        var secret = await store.FindAsync("KANDJI_TOKEN", CancellationToken.None);

        Assert.That(secret!.Reveal(), Is.EqualTo("t0ken"));
    }

    [Test]
    public async Task Without_the_variable_there_is_no_secret()
    {
        var secret = await Store(null).FindAsync("KANDJI_TOKEN", CancellationToken.None);

        Assert.That(secret, Is.Null);
    }

    [Test]
    public async Task A_file_that_is_not_there_is_an_error()
    {
        using var folder = new TempFolder();

        var problem = await Thrown.ByAsync<KappaException>(
            () => Store(folder["missing"]).FindAsync("KANDJI_TOKEN", CancellationToken.None));

        Assert.That(problem.What, Does.StartWith(
            $"The file '{folder["missing"]}', which KANDJI_TOKEN_FILE names, cannot be read (Could not"));
    }

    [Test]
    public async Task A_folder_is_an_error()
    {
        using var folder = new TempFolder();

        var problem = await Thrown.ByAsync<KappaException>(
            () => Store(folder.Path).FindAsync("KANDJI_TOKEN", CancellationToken.None));

        Assert.That(problem.What, Does.Contain("cannot be read"));
    }

    [TestCase(0, "is empty")]
    [TestCase(70_000, "has 70,000 bytes, too many for a secret")]
    public async Task A_file_that_holds_no_secret_is_an_error(int size, string fault)
    {
        using var folder = new TempFolder();
        var store = Store(folder.Write("secret", new byte[size]));

        var problem = await Thrown.ByAsync<KappaException>(
            () => store.FindAsync("KANDJI_TOKEN", CancellationToken.None));

        Assert.That(problem.What, Is.EqualTo(
            $"The file '{folder["secret"]}', which KANDJI_TOKEN_FILE names, {fault}."));
    }

    private static FileSecretStore Store(string? path) =>
        new(name => name == "KANDJI_TOKEN_FILE" ? path : null);
}
