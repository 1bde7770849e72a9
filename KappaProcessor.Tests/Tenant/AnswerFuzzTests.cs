using CsCheck;
using Kappa.Tenant;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Tenant;

/// <summary>Whatever the tenant, or something in its place, answers is understood or refused with a sentence.</summary>
internal sealed class AnswerFuzzTests
{
    private static readonly string Page =
        Some.PageJson("http://127.0.0.1:1/api/v1/library/custom-apps?page=2", 301, Some.AppJson(), Some.AppJson("a2"));

    private static readonly string Ticket =
        """{"name": "x.pkg", "expires": "2026-01-15T13:00:00Z", "post_url": "https://s3.example/", "post_data": {"key": "a/b", "policy": "eyJ"}, "file_key": "a/b"}""";

    private static readonly string Refusal = """{"name": ["Too long.", "Taken."], "detail": "No."}""";

    private static IEnumerable<TestCaseData> Requests =>
    [
        Request("a list", 200, Page, (tenant, cancel) => tenant.ReadLibraryAsync(cancel)),
        Request("an app", 200, Some.AppJson(), (tenant, cancel) => tenant.ReadAppAsync(new AppId("a1"), cancel)),
        Request("an upload ticket", 200, Ticket, (tenant, cancel) => tenant.RequestUploadAsync("x.pkg", cancel)),
        Request("a refusal", 400, Refusal, (tenant, cancel) => tenant.ReadAppAsync(new AppId("a1"), cancel)),
    ];

    [TestCaseSource(nameof(Requests))]
    public async Task Understands_or_refuses_a_thousand_answers_of_four_kinds(
        int status, string body, Func<RestTenant, CancellationToken, Task> ask) =>
        await AskAllAsync(status, Spoilt.Texts(body, 250), ask);

    [TestCaseSource(nameof(Requests)), Explicit, Category("Fuzz")]
    public async Task Understands_or_refuses_100000_answers(
        int status, string body, Func<RestTenant, CancellationToken, Task> ask)
    {
        var texts = Spoilt.Text(body);
        var random = new PCG((uint)Random.Shared.Next());
        await AskAllAsync(status, Enumerable.Range(0, 100_000).Select(number => texts.Generate(random, null, out _)), ask);
    }

    private static async Task AskAllAsync(
        int status, IEnumerable<string> bodies, Func<RestTenant, CancellationToken, Task> ask)
    {
        await using var server = new ScriptedServer();
        using var tenant = Some.RestTenant(server);
        foreach (var body in bodies)
        {
            // What is not understood is asked for twice more.
            server.Restart(ServerReply.Json(status, body), ServerReply.Json(status, body), ServerReply.Json(status, body));
            try
            {
                await ask(tenant, CancellationToken.None);
            }
            catch (TenantException refusal)
            {
                Assert.That(refusal.Message, Has.Length.InRange(20, 2_000), body);
            }
        }
    }

    private static TestCaseData Request(
        string name, int status, string body, Func<RestTenant, CancellationToken, Task> ask) =>
        new TestCaseData(status, body, ask).SetArgDisplayNames(name);
}
