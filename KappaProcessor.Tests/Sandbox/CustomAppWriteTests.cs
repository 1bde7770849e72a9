using System.Net;
using Kappa.Sandbox;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Sandbox;

internal sealed class CustomAppWriteTests
{
    private const string Apps = "e9010a08-a546-470b-a633-04ee27dadfb3";

    private const string JsonFields = """
        {"name": "X", "file_key": "KEY", "install_type": "image", "install_enforcement": "install_once",
         "active": false}
        """;

    private const string FormFields =
        "name=X&file_key=KEY&install_type=image&install_enforcement=install_once&active=false";

    private const string MultipartFields =
        "---x\r\nContent-Disposition: form-data; name=name\r\n\r\nX\r\n"
        + "---x\r\nContent-Disposition: form-data; name=\"file_key\"\r\nContent-Type: x/y\r\n\r\nKEY\r\n"
        + "---x\r\nContent-Disposition: form-data; name=\"install_type\"\r\n\r\nimage\r\n"
        + "---x\r\nContent-Disposition: form-data; name=\"install_enforcement\"\r\n\r\ninstall_once\r\n"
        + "---x\r\nContent-Disposition: form-data; name=\"active\"\r\n\r\nfalse\r\n---x--\r\n";

    [Test]
    public async Task A_new_app_has_the_facts_of_its_file()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        var app = CustomApp.Parse(await client.CreatedAsync(("file_key", await client.UploadedAsync("abc"))));

        Assert.That((app.Sha256, app.FileSize, app.FileUpdated, app.CreatedAt), Is.EqualTo((
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3L, Some.Noon, Some.Noon)));
    }

    [Test]
    public async Task What_was_created_is_what_is_read()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        var created = await client.CreatedAsync(("name", "Zoom; $HOME 'n' \"più\" 🚀"));
        var read = await client.ReadAsync($"library/custom-apps/{created["id"]}");

        Assert.That(read.ToString(), Is.EqualTo(created.ToString()));
    }

    [Test]
    public async Task Two_apps_may_have_the_same_name()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        await client.CreatedAsync();
        await client.CreatedAsync();

        Assert.That(sandbox.Tenant.Apps.Select(app => app.Name), Is.EqualTo(["Firefox", "Firefox"]));
    }

    [TestCase("application/json", JsonFields)]
    [TestCase("application/x-www-form-urlencoded", FormFields)]
    [TestCase("multipart/form-data; boundary=\"-x\"", MultipartFields)]
    public async Task Fields_come_as_JSON_or_as_either_kind_of_form(string contentType, string body)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);
        var key = await client.UploadedAsync();
        using var content = new StringContent(body.Replace("KEY", key, StringComparison.Ordinal));
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var answer = await client.Http.PostAsync("library/custom-apps", content);

        var app = sandbox.Tenant.App("X");
        Assert.That(
            (answer.StatusCode, app.FileKey, app.InstallType, app.Active),
            Is.EqualTo((HttpStatusCode.Created, key, "image", false)));
    }

    [TestCase("text/plain")]
    [TestCase("application/octet-stream")]
    public async Task Any_other_body_is_an_unsupported_media_type(string contentType)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.Http.PostAsync(
            "library/custom-apps", new StringContent("name=X", null, contentType));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
    }

    [TestCase("{", "JSON parse error - Expecting value: line 1 column 1 (char 0)")]
    [TestCase("", "JSON parse error - Expecting value: line 1 column 1 (char 0)")]
    public async Task Broken_JSON_is_a_bad_request(string body, string detail)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.PostJsonAsync("library/custom-apps", body);

        Assert.That((string?)(await PlainClient.JsonAsync(answer))["detail"], Is.EqualTo(detail));
    }

    [Test]
    public async Task Every_missing_field_is_named_at_once()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.CreateAsync();

        var errors = ((JObject)await PlainClient.JsonAsync(answer)).Properties();
        Assert.That(errors.Select(field => $"{field.Name}: {field.Value[0]}"), Is.EqualTo([
            "name: This field is required.",
            "file_key: This field is required.",
            "install_type: This field is required.",
            "install_enforcement: This field is required.",
        ]));
    }

    [TestCase("name", "", "This field may not be blank.")]
    [TestCase("name", " \t", "This field may not be blank.")]
    [TestCase("install_type", "pkg", "\"pkg\" is not a valid choice.")]
    [TestCase("install_type", "zip", null, TestName = "A zip needs unzip_location")]
    [TestCase("install_enforcement", "audit_enforce", "\"audit_enforce\" is not a valid choice.")]
    [TestCase("install_enforcement", "continuously_enforce", null, TestName = "It needs an audit script")]
    [TestCase("show_in_self_service", "true", null, TestName = "Self Service needs a category")]
    [TestCase("show_in_self_service", "maybe", "Must be a valid boolean.")]
    [TestCase("active", "", "Must be a valid boolean.")]
    [TestCase("self_service_category_id", "Apps", "Must be a valid UUID.")]
    [TestCase("self_service_category_id", "00000000-0000-0000-0000-000000000000",
        "Invalid pk \"00000000-0000-0000-0000-000000000000\" - object does not exist.")]
    [TestCase("file_key", "companies/companies/x/library/custom_apps/never_00000000.pkg",
        "The file does not exist. Upload it first.")]
    public async Task A_wrong_field_is_refused_by_name(string name, string value, string? message)
    {
        var needed = (name, value) switch
        {
            (_, "zip") => "unzip_location",
            (_, "continuously_enforce") => "audit_script",
            ("show_in_self_service", "true") => "self_service_category_id",
            _ => name,
        };
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.CreateWithAsync((name, value));

        Assert.That(
            (answer.StatusCode, (string?)(await PlainClient.JsonAsync(answer))[needed]?[0]),
            Is.EqualTo((HttpStatusCode.BadRequest, message ?? "This field is required.")));
    }

    [TestCase("{\"name\": null}", "This field may not be null.")]
    [TestCase("{\"name\": [\"X\"]}", "Not a valid string.")]
    public async Task A_value_of_the_wrong_type_is_refused(string json, string message)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.PostJsonAsync("library/custom-apps", json);

        Assert.That((string?)(await PlainClient.JsonAsync(answer))["name"]?[0], Is.EqualTo(message));
    }

    [TestCase(255, HttpStatusCode.Created)]
    [TestCase(256, HttpStatusCode.BadRequest)]
    public async Task A_name_has_at_most_255_characters(int length, HttpStatusCode status)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.CreateWithAsync(("name", new string('x', length)));

        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }

    [TestCase("true", true)]
    [TestCase("True", true)]
    [TestCase("yes", true)]
    [TestCase("on", true)]
    [TestCase("1", true)]
    [TestCase("false", false)]
    [TestCase("F", false)]
    [TestCase("NO", false)]
    [TestCase("off", false)]
    [TestCase("0", false)]
    public async Task True_and_false_have_the_words_that_the_framework_knows(string word, bool restart)
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        var app = await client.CreatedAsync(("restart", word));

        Assert.That((bool)app["restart"]!, Is.EqualTo(restart));
    }

    [Test]
    public async Task An_upload_that_is_still_processed_is_refused_until_its_time_is_over()
    {
        var clock = new SkippingClock();
        await using var sandbox =
            await Some.SandboxAsync(new SandboxOptions { ProcessingTime = TimeSpan.FromSeconds(5) }, clock);
        using var client = new PlainClient(sandbox);
        var key = ("file_key", await client.UploadedAsync());

        using var early = await client.CreateWithAsync(key);
        await Task.Delay(TimeSpan.FromSeconds(5), clock);
        using var late = await client.CreateWithAsync(key);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(((int)early.StatusCode, (int)late.StatusCode), Is.EqualTo((503, 201)));
        Assert.That(
            await early.Content.ReadAsStringAsync(),
            Is.EqualTo("{\"detail\":\"The upload is still being processed.\"}"));
        Assert.That(sandbox.Tenant.Apps, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        var clock = new SkippingClock();
        await using var sandbox = await Some.SandboxAsync(new SandboxOptions(), clock);
        using var client = new PlainClient(sandbox);
        var created = CustomApp.Parse(await client.CreatedAsync());
        await Task.Delay(TimeSpan.FromSeconds(1.5), clock);

        using var answer = await client.UpdateAsync(created.Id, ("restart", "true"));

        var changed = CustomApp.Parse((JObject)await PlainClient.JsonAsync(answer));
        var wanted = created with { Restart = true, UpdatedAt = Some.Noon.AddSeconds(1.5) };
        Assert.That(changed, Is.EqualTo(wanted));
    }

    [Test]
    public async Task An_update_with_a_new_file_takes_over_its_facts()
    {
        await using var sandbox = await Some.SandboxAsync();
        var app = Some.SandboxApp();
        sandbox.Tenant.Add(app);
        using var client = new PlainClient(sandbox);
        var key = await client.UploadedAsync("new");

        using var answer = await client.UpdateAsync(app.Id, ("file_key", key));

        var changed = sandbox.Tenant.App(app.Name);
        Assert.That(
            (answer.StatusCode, changed.FileKey, changed.FileSize, changed.Sha256?[..8]),
            Is.EqualTo((HttpStatusCode.OK, key, 3L, "11507a0e")));
    }

    [Test]
    public async Task An_update_is_checked_together_with_what_the_app_already_is()
    {
        await using var sandbox = await Some.SandboxAsync();
        var app = Some.SandboxApp() with { SelfServiceCategoryId = Apps };
        sandbox.Tenant.Add(app);
        using var client = new PlainClient(sandbox);

        using var shown = await client.UpdateAsync(app.Id, ("show_in_self_service", "true"));
        using var zipped = await client.UpdateAsync(app.Id, ("install_type", "zip"));

        Assert.That(((int)shown.StatusCode, (int)zipped.StatusCode), Is.EqualTo((200, 400)));
    }

    [Test]
    public async Task An_app_that_is_not_there_cannot_be_updated()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.UpdateAsync(Guid.NewGuid(), ("restart", "true"));

        Assert.That(
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType),
            Is.EqualTo((HttpStatusCode.NotFound, "text/html")));
    }
}
