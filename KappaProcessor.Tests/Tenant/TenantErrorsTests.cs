using System.Net;
using Kappa.Secrets;
using Kappa.Tenant;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Tenant;

internal sealed class TenantErrorsTests
{
    private static readonly TenantErrors Errors = new(new TenantAccess(
        TenantAddress.Parse("acme.api.kandji.io"), new Secret(Some.Token), TimeSpan.FromSeconds(900)));

    private static readonly AppId App = new("a1");

    private static readonly TenantRequest[] Requests =
    [
        TenantRequests.ListApps(),
        TenantRequests.ReadApp(App),
        TenantRequests.ListCategories(),
        TenantRequests.ListBlueprints(),
        TenantRequests.RequestUpload("Firefox.pkg"),
        TenantRequests.Create(Some.AppFields()),
        TenantRequests.Update(App, Some.AppFields()),
        TenantRequests.Assign(new BlueprintAssignment(new Blueprint("b1", "All", "map"), null), App),
    ];

    private static readonly TenantAnswer[] Answers =
    [
        Answer(400, "Bad Request", """{"name": ["May not be blank."], "file_key": ["Not found.", "Odd."]}"""),
        Answer(401, "Unauthorized", """{"detail": "Invalid token."}"""),
        Answer(403, "Forbidden", """{"detail": "You do not have permission to perform this action."}"""),
        Answer(404, "Not Found", "<!doctype html><title>Oh</title><h1>Not Found</h1><p>It was not found.</p>"),
        Answer(413, "Payload Too Large", ""),
        Answer(418, "I'm a teapot", "short and stout\n"),
        Answer(429, "Too Many Requests", ""),
        Answer(429, "Too Many Requests", "") with { AskedWait = TimeSpan.FromSeconds(1800) },
        Answer(500, "Internal Server Error", "<h1>Server Error (500)</h1>"),
        Answer(502, "Bad Gateway", ""),
        Answer(503, "Service Unavailable", """{"detail": "The upload is still being processed."}"""),
        Answer(302, "Found", "") with { Location = "https://login.evil.example/start?token=1" },
        Answer(308, "Permanent Redirect", "") with { Location = "/api/v2/" },
        new TenantAnswer { Fault = new ConnectionFault(FaultKind.NotConnected, "Connection refused") },
        new TenantAnswer { Fault = new ConnectionFault(FaultKind.NotTrusted, "The certificate is invalid") },
        new TenantAnswer { Fault = new ConnectionFault(FaultKind.TimedOut, "no answer in time") },
        new TenantAnswer { Fault = new ConnectionFault(FaultKind.TooLarge, "the answer is too large") },
    ];

    [Test]
    public void Every_failure_says_what_the_tenant_said_and_what_to_do()
    {
        var texts = Answers.Select(
            answer => Errors.Failure(TenantRequests.Create(Some.AppFields()), answer).Message);

        Golden.Matches(string.Join("\n\n", texts) + "\n", "TenantErrorsTests.Every_failure");
    }

    [TestCase(401)]
    [TestCase(403)]
    public void A_refused_token_is_told_which_permission_each_request_needs(int status)
    {
        var texts = Requests.Select(request => Errors.Failure(request, Answer(status, "", "")).Message);

        Golden.Matches(string.Join('\n', texts) + "\n", $"TenantErrorsTests.Permissions.{status}");
    }

    [Test]
    public void A_tenant_that_repeats_the_token_does_not_get_it_into_our_error()
    {
        var answer = Answer(401, "Unauthorized", $$"""{"detail": "Unknown token {{Some.Token}}."}""");

        var problem = Errors.Failure(TenantRequests.ListApps(), answer);

        Assert.That(problem.Message, Does.Contain("Unknown token [secret]").And.Not.Contain(Some.Token));
    }

    [TestCase(429, true)]
    [TestCase(500, true)]
    [TestCase(502, true)]
    [TestCase(503, true)]
    [TestCase(504, true)]
    [TestCase(400, false)]
    [TestCase(401, false)]
    [TestCase(404, false)]
    [TestCase(302, false)]
    public void A_new_try_is_worth_it_after(int status, bool worthIt) =>
        Assert.That(
            Errors.Failure(TenantRequests.ListApps(), Answer(status, "", "")).IsTransient,
            Is.EqualTo(worthIt));

    private static TenantAnswer Answer(int status, string reason, string body) =>
        new() { Status = (HttpStatusCode)status, Reason = reason, Body = body };
}
