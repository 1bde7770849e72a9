using System.Net.Http.Headers;
using System.Text;
using Kappa.Sandbox;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Sandbox;

/// <summary>
/// The sandbox as any program sees it: an <see cref="HttpClient"/>, and no code of the product's client.
/// </summary>
internal sealed class PlainClient : IDisposable
{
    public const string Token = "a-token";

    private readonly Uri? webhook;

    public PlainClient(SandboxServer sandbox)
        : this(sandbox.Origin) => webhook = sandbox.WebhookUrl;

    public PlainClient(Uri origin) =>
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(origin, "api/v1/"),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Token) },
        };

    public HttpClient Http { get; }

    /// <summary>Has no token.</summary>
    public HttpClient Storage { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string path) =>
        Http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));

    public async Task<JObject> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        return (JObject)await JsonAsync(answer);
    }

    public Task<HttpResponseMessage> PostJsonAsync(string path, string json) => Http.PostAsync(
        new Uri(path, UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<JObject> PresignAsync(string name = "Firefox-128.0.pkg")
    {
        var file = new JObject { ["name"] = name };
        using var answer = await PostJsonAsync("library/custom-apps/upload", file.ToString());
        return (JObject)await JsonAsync(answer);
    }

    public Task<HttpResponseMessage> UploadAsync(JObject ticket, byte[] file) =>
        Storage.PostAsync(new Uri((string)ticket["post_url"]!), Form(ticket, file));

    /// <summary>The key of a file that has been uploaded.</summary>
    public async Task<string> UploadedAsync(string content = "an installer")
    {
        var ticket = await PresignAsync();
        using var answer = await UploadAsync(ticket, Encoding.UTF8.GetBytes(content));
        answer.EnsureSuccessStatusCode();
        return (string)ticket["file_key"]!;
    }

    public Task<HttpResponseMessage> CreateAsync(params (string Name, string Value)[] fields) =>
        Http.PostAsync(new Uri("library/custom-apps", UriKind.Relative), UrlEncoded(fields));

    /// <summary>
    /// A create with all required fields, of which <paramref name="fields"/> replace some or add others.
    /// </summary>
    public async Task<HttpResponseMessage> CreateWithAsync(params (string Name, string Value)[] fields)
    {
        (string Name, string Value)[] required =
        [
            ("name", "Firefox"),
            ("file_key", await UploadedAsync()),
            ("install_type", "package"),
            ("install_enforcement", "install_once"),
        ];
        return await CreateAsync([.. required, .. fields]);
    }

    public async Task<JObject> CreatedAsync(params (string Name, string Value)[] fields)
    {
        using var answer = await CreateWithAsync(fields);
        answer.EnsureSuccessStatusCode();
        return (JObject)await JsonAsync(answer);
    }

    public Task<HttpResponseMessage> UpdateAsync(object id, params (string Name, string Value)[] fields) =>
        Http.PatchAsync(new Uri($"library/custom-apps/{id}", UriKind.Relative), UrlEncoded(fields));

    public Task<HttpResponseMessage> SlackAsync(HttpContent content) => Storage.PostAsync(webhook, content);

    public static async Task<JToken> JsonAsync(HttpResponseMessage answer) =>
        SandboxJson.TryParse(await answer.Content.ReadAsByteArrayAsync())
            ?? throw new InvalidDataException(await answer.Content.ReadAsStringAsync());

    public static MultipartFormDataContent Form(JObject ticket, byte[] file)
    {
        var form = Fields(ticket);
        form.Add(new ByteArrayContent(file), "file", "installer.pkg");
        return form;
    }

    public static MultipartFormDataContent Fields(JObject ticket)
    {
        var form = new MultipartFormDataContent();
        foreach (var field in ((JObject)ticket["post_data"]!).Properties())
        {
            form.Add(new StringContent((string)field.Value!), field.Name);
        }

        return form;
    }

    public void Dispose()
    {
        Http.Dispose();
        Storage.Dispose();
    }

    private static FormUrlEncodedContent UrlEncoded((string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
