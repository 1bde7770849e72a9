using CliWrap.Buffered;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>TLS and proxies of the built executable: what an administrator sets in the environment, and nothing else.</summary>
[Platform(Exclude = "Win")]
[Category(BuiltExecutable.Category)]
internal sealed class SafeConnectionTests
{
    private const string Host = "acme.api.kandji.io";

    [Test]
    public async Task A_server_that_nobody_vouches_for_gets_nothing_and_the_error_says_what_to_do()
    {
        using var certificate = Some.SelfSignedCertificate();
        await using var server = new ScriptedServer(certificate, Some.EmptyPage);

        var result = await GoAsync(authority: null, ("KANDJI_API_URL", server.Root.AbsoluteUri));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo((int)ExitCode.RunFailed));
            Assert.That(result.StandardError, Does.Contain("is not safe").And.Contain("Kappa never skips this check"));
            Assert.That(server.Requests, Is.Empty);
        }
    }

    [Test]
    [Platform("Linux", Reason = "SSL_CERT_FILE is OpenSSL's; macOS asks its keychain alone.")]
    public async Task An_authority_in_SSL_CERT_FILE_vouches_for_a_server()
    {
        var (authority, certificate) = Some.VouchedCertificate(Host);
        await using var server = new ScriptedServer(certificate, Some.EmptyPage);

        var result = await GoAsync(authority, ("KANDJI_API_URL", server.Root.AbsoluteUri));

        Assert.That((result.ExitCode, server.Requests.Count), Is.EqualTo((0, 1)), result.StandardError);
    }

    [Test]
    [Platform("Linux", Reason = "SSL_CERT_FILE is OpenSSL's; macOS asks its keychain alone.")]
    public async Task A_tenant_that_speaks_HTTP_2_is_spoken_to_in_it()
    {
        var (authority, certificate) = Some.VouchedCertificate(Host);
        await using var server = await Http2Server.StartAsync(certificate);

        var result = await GoAsync(authority, ("KANDJI_API_URL", server.Root));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.StandardError);
            Assert.That(server.Protocols, Is.EqualTo(["HTTP/2"]));
        }
    }

    [Test]
    [Platform("Linux", Reason = "SSL_CERT_FILE is OpenSSL's; macOS asks its keychain alone.")]
    public async Task HTTPS_PROXY_leads_to_the_tenant_and_never_sees_the_token()
    {
        var (authority, certificate) = Some.VouchedCertificate(Host);
        await using var server = new ScriptedServer(certificate, Some.EmptyPage);
        await using var proxy = new TunnelProxy(server);

        var result = await GoAsync(
            authority, ("KANDJI_API_URL", Host), ("HTTPS_PROXY", proxy.Address), ("NO_PROXY", "other.example"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.StandardError);
            Assert.That(proxy.Heads.Single(), Does.StartWith($"CONNECT {Host}:443 ").And.Not.Contain(RecipeRun.Token));
            Assert.That(server.Requests.Single().Head, Does.Contain(RecipeRun.Token));
        }
    }

    [Test]
    [Platform("Linux", Reason = "SSL_CERT_FILE is OpenSSL's; macOS asks its keychain alone.")]
    public async Task A_certificate_for_another_host_is_refused_behind_a_proxy_too()
    {
        var (authority, certificate) = Some.VouchedCertificate("other.api.kandji.io");
        await using var server = new ScriptedServer(certificate, Some.EmptyPage);
        await using var proxy = new TunnelProxy(server);

        var result = await GoAsync(authority, ("KANDJI_API_URL", Host), ("HTTPS_PROXY", proxy.Address));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo((int)ExitCode.RunFailed));
            Assert.That(result.StandardError, Does.Contain("is not safe"));
            Assert.That(server.Requests, Is.Empty);
        }
    }

    [Test]
    public async Task NO_PROXY_names_those_who_are_reached_without()
    {
        // No name on the network has a part this long, so nobody is ever asked for it.
        var nowhere = $"{new string('a', 70)}.api.kandji.io";
        await using var run = await RecipeRun.StartAsync();
        await using var server = new ScriptedServer();
        await using var proxy = new TunnelProxy(server);
        run.WithVariable("KANDJI_API_URL", nowhere).With("dry_run", true)
            .WithVariable("HTTPS_PROXY", proxy.Address).WithVariable("NO_PROXY", ".kandji.io");
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var executable = run.StartExecutable(line =>
        {
            if (line.Contains("GET library/custom-apps →", StringComparison.Ordinal))
            {
                failed.TrySetResult();
            }
        });
        await failed.Task;
        await Signals.SendAsync("TERM", executable.ProcessId);
        await executable;

        Assert.That(proxy.Heads, Is.Empty);
    }

    [Test]
    public async Task What_is_for_this_machine_never_goes_to_a_proxy()
    {
        await using var run = await RecipeRun.StartAsync();
        await using var server = new ScriptedServer();
        await using var proxy = new TunnelProxy(server);
        run.WithVariable("HTTP_PROXY", proxy.Address).WithVariable("HTTPS_PROXY", proxy.Address)
            .WithVariable("ALL_PROXY", proxy.Address);

        var result = await run.StartExecutable();

        Assert.That((result.ExitCode, proxy.Heads.Count), Is.EqualTo((0, 0)), result.StandardError);
    }

    /// <summary>A dry run asks for the list and for nothing else.</summary>
    private static async Task<BufferedCommandResult> GoAsync(
        string? authority, params (string Name, string Value)[] variables)
    {
        await using var run = await RecipeRun.StartAsync();
        run.With("dry_run", true);
        run.WithVariable("SSL_CERT_FILE", authority is null ? null : run.Folder.Write("authority.pem", authority));
        Array.ForEach(variables, variable => run.WithVariable(variable.Name, variable.Value));
        return await run.StartExecutable();
    }
}
