using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Kappa.Sandbox.Wire;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox.Api;

/// <summary>An incoming webhook of Slack: JSON, or a form with <c>payload</c>.</summary>
internal sealed class SlackWebhook
{
    /// <summary>A message needs one of these.</summary>
    private static readonly IReadOnlyList<string> Contents = ["text", "attachments", "blocks"];

    private readonly ConcurrentQueue<JObject> messages = new();

    public IReadOnlyList<JObject> Messages => [.. messages];

    public async Task<SandboxAnswer> ReceiveAsync(SandboxRequest request, CancellationToken cancel)
    {
        var fields = await RequestFields.ReadAsync(request, cancel);
        if (Message(fields) is not { } message)
        {
            return SandboxAnswer.Text(HttpStatusCode.BadRequest, "invalid_payload");
        }

        if (!Contents.Any(message.ContainsKey))
        {
            return SandboxAnswer.Text(HttpStatusCode.BadRequest, "no_text");
        }

        messages.Enqueue(message);
        return SandboxAnswer.Text(HttpStatusCode.OK, "ok");
    }

    private static JObject? Message(RequestFields fields) => fields switch
    {
        { Refusal: not null } => null,
        _ when fields.Values.GetValueOrDefault("payload") is { } payload =>
            SandboxJson.TryParse(Encoding.UTF8.GetBytes(payload.ToString())) as JObject,
        _ => new JObject(fields.Values.Select(field => new JProperty(field.Key, field.Value))),
    };
}
