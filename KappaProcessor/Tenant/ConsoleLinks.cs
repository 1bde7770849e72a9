using System.Net.Http.Headers;
using System.Text;
using Kappa.Tenant.Models;
using Newtonsoft.Json.Linq;
using NLog;

namespace Kappa.Tenant;

/// <summary>
/// Links to apps in the tenant's web console. A kandji.io tenant may have moved to iru.com; that is asked
/// once, when the first link is needed, without the token. When nobody answers the link keeps the host the
/// address tells.
/// </summary>
internal sealed class ConsoleLinks(
    TenantAddress address, HttpMessageHandler handler, TimeProvider clock, ILogger log) : IDisposable
{
    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(5);

    private readonly HttpClient client = new(handler, disposeHandler: true)
    {
        MaxResponseContentBufferSize = 64 * 1024,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private Uri? root;

    public ConsoleLinks(TenantAddress address, TimeProvider clock, ILogger log)
        : this(address, HttpConnections.NewHandler(address.IsLoopback), clock, log)
    {
    }

    /// <summary><c>https://acme.kandji.io/library/custom-apps/ID</c></summary>
    /// <exception cref="KappaException">There is no tenant of that name.</exception>
    public async Task<Uri> AppLinkAsync(AppId id, CancellationToken cancel)
    {
        root ??= await FindRootAsync(cancel);
        return new Uri(root, $"library/custom-apps/{Uri.EscapeDataString(id.Value)}");
    }

    public void Dispose() => client.Dispose();

    private async Task<Uri> FindRootAsync(CancellationToken cancel)
    {
        if (address.MigrationStatus is not { } question || await AskAsync(question, cancel) is not { } answer)
        {
            return address.ConsoleRoot;
        }

        if (answer.Properties().Any(field => IsWord(field.Value, "tenantNotFound")))
        {
            throw new KappaException(
                $"The API URL {address} names no tenant that Kandji knows.",
                "Copy the API URL from Kandji, Settings, Access, into the configuration.");
        }

        var status = answer["auth_migration_status"];
        var hasMoved = IsWord(status, "STARTED") || IsWord(status, "COMPLETED");
        return hasMoved ? address.MigratedConsoleRoot : address.ConsoleRoot;
    }

    private static bool IsWord(JToken? value, string word) =>
        value is JValue { Type: JTokenType.String } text && (string?)text == word;

    private async Task<JObject?> AskAsync(Uri question, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(AskLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, question);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent.Text);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var response = await client.SendAsync(request, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return AnswerJson.TryParse(Encoding.UTF8.GetString(body)) as JObject;
        }
        catch (HttpRequestException problem)
        {
            var fault = ConnectionFault.From(problem);
            log.Debug($"{question.Authority} does not say where the web console is: {fault.Text}.");
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            log.Debug($"{question.Authority} did not say in time where the web console is.");
            return null;
        }
    }
}
