using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Tenant;

/// <summary>What is on the wire, byte for byte.</summary>
internal sealed class RestTenantRequestTests
{
    private static readonly CustomAppFields NearlyEveryField = new()
    {
        Name = "Firefox",
        FileKey = "companies/acme/F_0f.pkg",
        InstallType = "zip",
        Enforcement = Enforcement.SelfService,
        UnzipLocation = "/Applications",
        PreinstallScript = "",
        ShowInSelfService = true,
        SelfServiceCategoryId = "c1",
        SelfServiceRecommended = false,
        Active = true,
        Restart = false,
    };

    [Test]
    public async Task A_read_carries_token_name_and_a_refusal_of_stale_answers()
    {
        await using var server = new ScriptedServer(Some.EmptyPage);
        using var tenant = Some.RestTenant(server);

        await tenant.ReadLibraryAsync(CancellationToken.None);

        Assert.That(server.Requests.Single().Head, Is.EqualTo(
            "GET /api/v1/library/custom-apps HTTP/1.1\r\n"
            + $"Host: {server.Root.Authority}\r\n"
            + "Cache-Control: no-cache\r\n"
            + "Authorization: Bearer 0f4c1e5a-token-of-a-test\r\n"
            + "Accept: application/json\r\n"
            + $"User-Agent: {Some.UserAgent}\r\n"
            + "Accept-Encoding: gzip, deflate, br\r\n"
            + "\r\n"));
    }

    [Test]
    public async Task A_create_is_a_form_that_names_its_source()
    {
        await using var server = new ScriptedServer(Some.AppReply(201));
        using var tenant = Some.RestTenant(server);

        await tenant.CreateAsync(Some.AppFields(), CancellationToken.None);

        Assert.That(server.Requests.Single().Head, Is.EqualTo(
            "POST /api/v1/library/custom-apps?source=KAPPA HTTP/1.1\r\n"
            + $"Host: {server.Root.Authority}\r\n"
            + "Authorization: Bearer 0f4c1e5a-token-of-a-test\r\n"
            + "Accept: application/json\r\n"
            + $"User-Agent: {Some.UserAgent}\r\n"
            + "Accept-Encoding: gzip, deflate, br\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: 115\r\n"
            + "\r\n"));
    }

    [Test]
    public async Task A_create_sends_the_fields_that_are_set_in_the_order_of_the_documentation()
    {
        await using var server = new ScriptedServer(Some.AppReply(201));
        using var tenant = Some.RestTenant(server);

        await tenant.CreateAsync(NearlyEveryField, CancellationToken.None);

        Assert.That(server.Requests.Single().Text, Is.EqualTo(
            "name=Firefox&file_key=companies%2Facme%2FF_0f.pkg&install_type=zip"
            + "&install_enforcement=no_enforcement&unzip_location=%2FApplications&preinstall_script="
            + "&show_in_self_service=true&self_service_category_id=c1&self_service_recommended=false&active=true&restart=false"));
    }

    [TestCase("audit_enforce", "continuously_enforce")]
    [TestCase("install_once", "install_once")]
    [TestCase("self_service", "no_enforcement")]
    public async Task Enforcement_goes_out_in_the_words_of_the_API(string ours, string theirs)
    {
        await using var server = new ScriptedServer(Some.AppReply());
        using var tenant = Some.RestTenant(server);
        var fields = new CustomAppFields { Enforcement = Enforcement.TryParse(ours) };

        await tenant.UpdateAsync(new AppId("a1"), fields, CancellationToken.None);

        Assert.That(server.Requests.Single().Text, Is.EqualTo($"install_enforcement={theirs}"));
    }

    [TestCase("O'Reilly & Söhne; $HOME = 100% + \"more\"")]
    [TestCase("line one\nline two\r\n\ttab")]
    [TestCase("🦊👩‍🚀")]
    [TestCase("%41 is not A, and + is no space")]
    [TestCase(" ", TestName = "A name of one space")]
    public async Task Any_text_survives_the_form(string text)
    {
        await using var server = new ScriptedServer(Some.AppReply());
        using var tenant = Some.RestTenant(server);

        await tenant.UpdateAsync(
            new AppId("a1"), new CustomAppFields { Name = text }, CancellationToken.None);

        var sent = server.Requests.Single().Text;
        Assert.That(System.Net.WebUtility.UrlDecode(sent), Is.EqualTo($"name={text}"));
    }

    [Test]
    public async Task A_script_of_a_hundred_thousand_letters_that_ends_in_an_emoji_survives_the_form()
    {
        var script = string.Concat(Enumerable.Repeat("echo \"done & dusted\"\n", 5000)) + "# 🦊";
        await using var server = new ScriptedServer(Some.AppReply());
        using var tenant = Some.RestTenant(server);

        await tenant.UpdateAsync(
            new AppId("a1"), new CustomAppFields { AuditScript = script }, CancellationToken.None);

        var sent = server.Requests.Single().Text;
        Assert.That(System.Net.WebUtility.UrlDecode(sent), Is.EqualTo($"audit_script={script}"));
    }

    [Test]
    public async Task An_update_patches_the_app_it_is_about()
    {
        await using var server = new ScriptedServer(Some.AppReply());
        using var tenant = Some.RestTenant(server);

        await tenant.UpdateAsync(new AppId("a1"), Some.AppFields(), CancellationToken.None);

        Assert.That(
            server.Requests.Single().Line,
            Is.EqualTo("PATCH /api/v1/library/custom-apps/a1?source=KAPPA HTTP/1.1"));
    }

    [Test]
    public async Task Leave_to_upload_is_asked_for_by_the_file_s_name_in_JSON()
    {
        await using var server = new ScriptedServer(ServerReply.Json(
            201, """{"post_url": "https://s3.example/", "post_data": {"key": "k"}, "file_key": "k"}"""));
        using var tenant = Some.RestTenant(server);

        await tenant.RequestUploadAsync("Grüße \"1.2\".pkg", CancellationToken.None);

        var request = server.Requests.Single();
        Assert.That(
            (request.Line, request.Header("Content-Type"), request.Text),
            Is.EqualTo((
                "POST /api/v1/library/custom-apps/upload?source=KAPPA HTTP/1.1",
                "application/json",
                """{"name":"Grüße \"1.2\".pkg"}""")));
    }

    [TestCase(null, """{"library_item_id":"a1"}""")]
    [TestCase("n1", """{"library_item_id":"a1","assignment_node_id":"n1"}""")]
    public async Task An_assignment_names_a_node_only_where_there_is_one(string? node, string body)
    {
        await using var server = new ScriptedServer(ServerReply.Json(200, """["a1"]"""));
        using var tenant = Some.RestTenant(server);
        var assignment = new BlueprintAssignment(new Blueprint("b1", "Everybody", "map"), node);

        await tenant.AssignAsync(assignment, new AppId("a1"), CancellationToken.None);

        var request = server.Requests.Single();
        Assert.That(
            (request.Line, request.Text),
            Is.EqualTo(("POST /api/v1/blueprints/b1/assign-library-item?source=KAPPA HTTP/1.1", body)));
    }

    [Test]
    public async Task Counts_every_request_it_sent()
    {
        await using var server = new ScriptedServer(
            ServerReply.Text(502, ""), Some.EmptyPage, Some.AppReply());
        using var tenant = Some.RestTenant(server);

        await tenant.ReadLibraryAsync(CancellationToken.None);
        await tenant.ReadAppAsync(new AppId("a1"), CancellationToken.None);

        Assert.That(tenant.Calls, Is.EqualTo(3));
    }
}
