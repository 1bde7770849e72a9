using Kappa.Commands;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.Sandbox;

internal sealed class SandboxCommandTests
{
    private const string Welcome = """
        Sandbox tenant at ADDRESS; Ctrl-C stops it.
          API      ADDRESS/api/v1/
          Token    any is let in
          State    in memory only; --state FOLDER keeps it
          Slack    ADDRESS/slack/services/T0SANDBOX/B0SANDBOX/rehearsal
          Trouble  none
        Point Kappa at it, in another terminal:
          export KANDJI_API_URL=ADDRESS KANDJI_TOKEN=rehearsal ENV_KEYSTORE=true
          autopkg run -v RECIPE --post io.kandji.kappa/KAPPA

        """;

    private const string Asked =
        "2026-01-15T12:00:00Z GET /api/v1/library/custom-apps 401 - 0 bytes without Authorization\n";

    [Test]
    public async Task Says_how_to_point_Kappa_at_it_and_what_was_asked()
    {
        using var stop = new CancellationTokenSource();
        using var output = new AnnouncedAddress();
        var command = new SandboxCommand(new SandboxOptions(), output, new SkippingClock());
        var running = command.RunAsync(stop.Token);
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(await output.Url + "/api/v1/library/custom-apps"));
        await stop.CancelAsync();
        await running;

        var welcome = Welcome.Replace("ADDRESS", await output.Url, StringComparison.Ordinal);
        Assert.That(output.ToString(), Is.EqualTo(welcome + Asked));
    }

    [Test]
    public async Task Ends_well_when_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        using var output = new AnnouncedAddress();
        var command = new SandboxCommand(new SandboxOptions(), output, new SkippingClock());
        var running = command.RunAsync(stop.Token);
        await output.Url;

        await stop.CancelAsync();

        Assert.That(await running, Is.EqualTo(ExitCode.Done));
    }

    [Test]
    public async Task Does_not_print_the_token_it_was_given()
    {
        using var stop = new CancellationTokenSource();
        using var output = new AnnouncedAddress();
        var options = new SandboxOptions { Token = "s3cret" };
        var running = new SandboxCommand(options, output, new SkippingClock()).RunAsync(stop.Token);
        await output.Url;

        await stop.CancelAsync();
        await running;

        Assert.That(output.ToString(), Does.Not.Contain("s3cret"));
    }

    [Test]
    public async Task Ends_with_the_reason_when_the_sandbox_breaks()
    {
        using var folder = new TempFolder();
        using var output = new AnnouncedAddress();
        var options = new SandboxOptions { StateFolder = folder["state"] };
        var command = new SandboxCommand(options, output, new SkippingClock());
        var running = command.RunAsync(CancellationToken.None);
        using var client = new PlainClient(new Uri(await output.Url));
        Directory.Delete(folder["state"], recursive: true);

        Assert.That(() => client.UploadedAsync(), Throws.InstanceOf<HttpRequestException>());

        Assert.That(
            () => running, Throws.TypeOf<KappaException>().With.Message.Contains("The sandbox cannot use"));
    }
}
