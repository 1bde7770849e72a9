using Kappa.Tenant;
using Kappa.Tenant.Models;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Tenant.Models;

internal sealed class AnswerModelsTests
{
    /// <summary>The answer to "Update Custom App" in the vendor's documentation, with every field filled.</summary>
    private const string DocumentedApp = """
        {
            "id": "58429143", "name": "Custom Apps Test", "file_key": "companies/d934/test_18cf0dfc.pkg",
            "install_type": "package", "install_enforcement": "continuously_enforce", "audit_script": "#!/bin/zsh",
            "unzip_location": "", "active": true, "restart": true, "preinstall_script": "a", "postinstall_script": "b",
            "file_url": "https://s3.example/", "sha256": "30E14955", "file_size": 1048576,
            "file_updated": "2023-10-05T21:25:19Z", "created_at": "2023-10-13T17:25:45.868709Z",
            "updated_at": "2023-10-13T17:25:45.868789Z", "show_in_self_service": true,
            "self_service_category_id": "e6f6d5b4", "self_service_recommended": true
        }
        """;

    private static readonly string[] Fields =
    [
        "id", "name", "file_key", "install_type", "install_enforcement", "audit_script", "unzip_location", "active",
        "restart", "preinstall_script", "postinstall_script", "sha256", "file_size", "file_updated", "created_at",
        "updated_at", "show_in_self_service", "self_service_category_id", "self_service_recommended",
    ];

    [Test]
    public void An_app_is_read_as_the_API_documents_it()
    {
        var app = CustomApp.Parse(Json(DocumentedApp));

        Assert.That(app, Is.EqualTo(new CustomApp(new AppId("58429143"), "Custom Apps Test", "package", Enforcement.AuditEnforce)
        {
            FileKey = "companies/d934/test_18cf0dfc.pkg",
            Sha256 = "30e14955",
            FileSize = 1048576,
            FileUpdated = DateTimeOffset.Parse("2023-10-05T21:25:19Z", null),
            CreatedAt = DateTimeOffset.Parse("2023-10-13T17:25:45.868709Z", null),
            UpdatedAt = DateTimeOffset.Parse("2023-10-13T17:25:45.868789Z", null),
            AuditScript = "#!/bin/zsh",
            PreinstallScript = "a",
            PostinstallScript = "b",
            Active = true,
            Restart = true,
            ShowInSelfService = true,
            SelfServiceCategoryId = "e6f6d5b4",
            SelfServiceRecommended = true,
        }));
    }

    [TestCase("""{"name": "n"}""", "\"id\" is missing")]
    [TestCase("""{"id": 7, "name": "n"}""", "\"id\" is not a text")]
    [TestCase("""{"id": "a", "name": null}""", "\"name\" is missing")]
    [TestCase("""{"id": "a", "name": ["n"]}""", "\"name\" is not a text")]
    [TestCase("""{"id": "a", "name": "n", "file_size": "7"}""", "\"file_size\" is not a whole number")]
    [TestCase("""{"id": "a", "name": "n", "file_size": 1.5}""", "\"file_size\" is not a whole number")]
    [TestCase("""{"id": "a", "name": "n", "file_size": 99999999999999999999999}""", "\"file_size\" is not a whole number")]
    [TestCase("""{"id": "a", "name": "n", "restart": "no"}""", "\"restart\" is not true or false")]
    [TestCase("""{"id": "a", "name": "n", "created_at": "yesterday"}""", "\"created_at\" is not a time stamp")]
    [TestCase("""{"id": "a", "name": "n", "created_at": 1700000000}""", "\"created_at\" is not a text")]
    public void A_field_that_is_not_what_it_should_be_is_named(string json, string fault) =>
        Assert.That(
            () => CustomApp.Parse(Json(json)), Throws.TypeOf<KappaException>().With.Message.Contains(fault));

    [TestCase("null")]
    [TestCase("true")]
    [TestCase("-1")]
    [TestCase("1e400")]
    [TestCase("123456789012345678901234567890")]
    [TestCase("\"\"")]
    [TestCase("\"text\"")]
    [TestCase("[[]]")]
    [TestCase("{\"a\": {}}")]
    public void Whatever_a_field_holds_an_app_is_read_or_the_field_is_named(string value)
    {
        foreach (var field in Fields)
        {
            var json = Json($$"""{"id": "a", "name": "n", "{{field}}": {{value}}}""");

            Assert.That(Fault(json), Is.Null.Or.Contains($"\"{field}\""));
        }
    }

    [TestCase("2024-01-20T20:07:48Z", TestName = "A name that looks like a date stays a text")]
    [TestCase("Größe \"7\" 🦊\\n")]
    public void A_name_is_any_text(string name)
    {
        var json = new JObject { ["id"] = "a", ["name"] = name }.ToString();

        var app = CustomApp.Parse(Json(json));

        Assert.That(app.Name, Is.EqualTo(name));
    }

    [Test]
    public void The_fields_of_a_ticket_keep_their_order()
    {
        var ticket = UploadTicket.Parse(Json("""
            {
                "name": "test.pkg", "expires": "2023-10-06T19:07:11.391656Z", "post_url": "https://s3.example/bucket",
                "post_data": {"key": "k", "x-amz-algorithm": "a", "policy": "p", "x-amz-signature": "s", "n": 7, "e": null},
                "file_key": "companies/test_ae245110.pkg"
            }
            """));

        Assert.That(
            string.Join(' ', ticket.Fields.Select(field => $"{field.Key}={field.Value}")),
            Is.EqualTo("key=k x-amz-algorithm=a policy=p x-amz-signature=s n=7 e="));
    }

    [TestCase("""{"post_url": "https://s3.example/", "file_key": "k"}""", "post_data")]
    [TestCase("""{"post_url": "https://s3.example/", "post_data": [], "file_key": "k"}""", "post_data")]
    [TestCase("""{"post_url": "https://s3.example/", "post_data": {"key": {}}, "file_key": "k"}""", "post_data")]
    [TestCase("""{"post_url": "not a url", "post_data": {"key": "k"}, "file_key": "k"}""", "post_url")]
    [TestCase("""{"post_url": "https://s3.example/", "post_data": {"key": "k"}}""", "file_key")]
    public void A_ticket_that_cannot_be_used_is_an_error(string json, string fault) =>
        Assert.That(() => UploadTicket.Parse(Json(json)), Throws.TypeOf<KappaException>().With.Message.Contains(fault));

    private static string? Fault(JObject json)
    {
        try
        {
            CustomApp.Parse(json);
            return null;
        }
        catch (KappaException fault)
        {
            return fault.Message;
        }
    }

    private static JObject Json(string text) => (JObject)AnswerJson.TryParse(text)!;
}
