using System.Text;
using Kappa.Sandbox;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Sandbox;

/// <summary>
/// The answers have the fields and types of the examples in the vendor's documentation (Kandji API, public
/// Postman collection, as stored in github.com/MScottBlake/kandji-openapi, MIT).
/// </summary>
internal sealed class SandboxContractTests
{
    private const string Listed = """
        {"id": "03fd3564-1e29-433f-8e67-6f987f3d242d", "name": "ms_company_portal",
         "file_key": "companies/x.pkg", "install_type": "package", "install_enforcement": "install_once",
         "audit_script": "", "unzip_location": "", "active": true, "restart": false,
         "preinstall_script": "", "postinstall_script": "",
         "file_url": "shortlived S3 URL", "file_size": 42375997, "file_updated": "2024-01-20T20:07:48Z",
         "created_at": "2024-01-20T20:07:53.612150Z", "updated_at": "2024-02-26T22:31:53.632505Z",
         "show_in_self_service": false}
        """;

    private const string Written = """
        {"id": "58429143-b55c-42d3-a9a3-7c699ddd0ce1", "name": "Custom Apps Test",
         "file_key": "companies/x.pkg", "install_type": "package", "install_enforcement": "install_once",
         "audit_script": "", "unzip_location": "", "active": true, "restart": false,
         "preinstall_script": "", "postinstall_script": "",
         "file_url": "(link)",
         "sha256": "30e14955ebf1352266dc2ff8067e68104607e750abb9d3b36582b8af909fcb58", "file_size": 1048576,
         "file_updated": "2023-10-05T21:25:19Z", "created_at": "2023-10-13T17:25:45.868709Z",
         "updated_at": "2023-10-13T17:25:45.868789Z", "show_in_self_service": true,
         "self_service_category_id": "e6f6d5b4-0659-4b37-872c-5471115d453b", "self_service_recommended": true}
        """;

    private const string Presigned = """
        {"name": "test.pkg", "expires": "2023-10-06T19:07:11.391656Z", "post_url": "(url)",
         "post_data": {"key": "", "x-amz-algorithm": "", "x-amz-credential": "", "x-amz-date": "",
                       "x-amz-security-token": "", "policy": "", "x-amz-signature": ""},
         "file_key": "companies/companies/d934a231/library/custom_apps/test_ae245110.pkg"}
        """;

    private const string Blueprint = """
        {"id": "b38787e4-401c-4c4b-86dc-f1cca2072531", "name": "auto_app_testing", "icon": "ss-paintdisabled",
         "color": "aqua-500", "description": "", "params": {}, "computers_count": 0,
         "enrollment_code": {"code": "123456", "is_active": true}, "type": "classic"}
        """;

    private static readonly (string Name, string Value)[] InSelfService =
    [
        ("show_in_self_service", "true"),
        ("self_service_category_id", "e9010a08-a546-470b-a633-04ee27dadfb3"),
        ("self_service_recommended", "true"),
    ];

    [Test]
    public async Task List_of_custom_apps()
    {
        await using var sandbox = await Some.SandboxAsync(new SandboxOptions { ListsSha256 = false });
        sandbox.Tenant.Add(Some.SandboxApp());
        using var client = new PlainClient(sandbox);

        var list = await client.ReadAsync("library/custom-apps");

        const string page = $$"""{"count": 2, "next": null, "previous": null, "results": [{{Listed}}]}""";
        Assert.That(Shape(list), Is.EqualTo(Shape(page)));
    }

    [Test]
    public async Task Create_custom_app()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        var app = await client.CreatedAsync(InSelfService);

        Assert.That(Shape(app), Is.EqualTo(Shape(Written)));
    }

    [Test]
    public async Task Update_custom_app()
    {
        await using var sandbox = await Some.SandboxAsync();
        sandbox.Tenant.Add(Some.SandboxApp("a-1"));
        using var client = new PlainClient(sandbox);

        using var answer = await client.UpdateAsync("a-1", InSelfService);

        Assert.That(Shape(await PlainClient.JsonAsync(answer)), Is.EqualTo(Shape(Written)));
    }

    [Test]
    public async Task Upload_custom_app()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        var ticket = await client.PresignAsync("test.pkg");

        Assert.That(Shape(ticket), Is.EqualTo(Shape(Presigned)));
    }

    [Test]
    public async Task List_of_categories()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        using var answer = await client.GetAsync("self-service/categories");

        Assert.That(await PlainClient.JsonAsync(answer), Is.EqualTo(JToken.Parse("""
            [{"id": "e9010a08-a546-470b-a633-04ee27dadfb3", "name": "Apps"},
             {"id": "1087f69d-37a3-44f6-a0d8-2b33f5a336bb", "name": "Productivity"},
             {"id": "26a01803-f871-40b7-8c1a-6cae9983c22e", "name": "Utilities"},
             {"id": "2f9912d1-d784-4248-905c-3834812c5537", "name": "Security"}]
            """)).Using<JToken>(JToken.DeepEquals));
    }

    [Test]
    public async Task List_of_blueprints()
    {
        await using var sandbox = await Some.SandboxAsync();
        using var client = new PlainClient(sandbox);

        var list = await client.ReadAsync("blueprints?limit=1");

        const string page = $$"""{"count": 2, "next": "x", "previous": null, "results": [{{Blueprint}}]}""";
        Assert.That(Shape(list), Is.EqualTo(Shape(page)));
    }

    /// <summary>Names and types, in order; an ISO time stamp is a type of its own.</summary>
    private static string Shape(JToken json) => json switch
    {
        JObject fields => $"{{{string.Join(", ", fields.Properties().Select(Shape))}}}",
        JArray entries => $"[{string.Join(", ", entries.Select(Shape))}]",
        JProperty field => $"{field.Name}: {Shape(field.Value)}",
        JValue { Value: string text } when text.EndsWith('Z') && text[10] == 'T' => "time",
        _ => json.Type.ToString(),
    };

    private static string Shape(string json) => Shape(SandboxJson.TryParse(Encoding.UTF8.GetBytes(json))!);
}
