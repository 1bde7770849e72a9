using System.Net;
using System.Xml.Linq;
using Kappa.Sandbox.Wire;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox;

/// <summary>
/// Refusals, worded as whoever would utter them: the API, S3, Slack, or a proxy in between.
/// </summary>
internal static class TroubleAnswers
{
    public static SandboxAnswer Of(SandboxStep step, HttpStatusCode status, string? retryAfter = null)
    {
        var answer = step switch
        {
            SandboxStep.Upload => Storage(status),
            SandboxStep.Slack => SandboxAnswer.Text(status, SlackWord(status)),
            _ => Api(status, retryAfter),
        };
        return retryAfter is null ? answer : answer.WithHeader("Retry-After", retryAfter);
    }

    /// <summary>The same answer with its JSON object bent.</summary>
    public static SandboxAnswer Changed(SandboxAnswer answer, Action<JObject> bend)
    {
        if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.Created)
            || SandboxJson.TryParse(answer.Body) is not JObject json)
        {
            return answer;
        }

        bend(json);
        return SandboxAnswer.Json(answer.Status, json);
    }

    private static SandboxAnswer Api(HttpStatusCode status, string? retryAfter) => status switch
    {
        HttpStatusCode.Unauthorized => SandboxAnswer.Detail(status, "Invalid token."),
        HttpStatusCode.Forbidden =>
            SandboxAnswer.Detail(status, "You do not have permission to perform this action."),
        HttpStatusCode.NotFound => SandboxAnswer.NotFound,
        HttpStatusCode.TooManyRequests => SandboxAnswer.Detail(status, retryAfter is null
            ? "Request was throttled."
            : $"Request was throttled. Expected available in {retryAfter} seconds."),
        HttpStatusCode.ServiceUnavailable =>
            SandboxAnswer.Detail(status, "Service temporarily unavailable, try again later."),
        HttpStatusCode.InternalServerError => SandboxAnswer.Page(status,
            "\n<!doctype html><html lang=\"en\"><head><title>Server Error (500)</title></head>"
                + "<body><h1>Server Error (500)</h1></body></html>\n"),
        _ => SandboxAnswer.Page(status,
            $"<html><head><title>{(int)status}</title></head><body><h1>{(int)status}</h1></body></html>"),
    };

    /// <summary>Codes of the S3 API reference, "List of error codes".</summary>
    private static SandboxAnswer Storage(HttpStatusCode status)
    {
        var (code, message) = status switch
        {
            HttpStatusCode.Forbidden => ("AccessDenied", "Access Denied"),
            HttpStatusCode.NotFound => ("NoSuchBucket", "The specified bucket does not exist"),
            HttpStatusCode.InternalServerError =>
                ("InternalError", "We encountered an internal error. Please try again."),
            HttpStatusCode.ServiceUnavailable => ("SlowDown", "Please reduce your request rate."),
            _ => (status.ToString(), "The request could not be served."),
        };
        return SandboxAnswer.Xml(status, new XElement(
            "Error", new XElement("Code", code), new XElement("Message", message)));
    }

    private static string SlackWord(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Forbidden => "invalid_token",
        HttpStatusCode.NotFound => "no_service",
        HttpStatusCode.TooManyRequests => "rate_limited",
        _ => "server_error",
    };
}
