using System.Net;
using System.Security.Cryptography;
using Kappa.Sandbox.Storage;
using Kappa.Sandbox.Wire;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox.Api;

/// <summary>Kandji API, "Upload Custom App": leave to upload one file.</summary>
internal sealed class PresignEndpoint(SandboxTenant tenant, SandboxOptions options, TimeProvider clock)
{
    private const string Folder =
        "companies/companies/d934a231-e183-4951-b0a0-763e20572c1d/library/custom_apps";
    private const int LongestName = 255;

    public async Task<SandboxAnswer> AnswerAsync(SandboxRequest request, CancellationToken cancel)
    {
        var fields = await RequestFields.ReadJsonOnlyAsync(request, cancel);
        if (fields.Refusal is { } refusal)
        {
            return refusal;
        }

        var read = new FieldReader(fields.Values, partial: false);
        var name = read.RequiredText("name", "", LongestName);
        return read.Errors.HasValues
            ? SandboxAnswer.Json(HttpStatusCode.BadRequest, read.Errors)
            : SandboxAnswer.Json(HttpStatusCode.Created, Ticket(name, request));
    }

    private JObject Ticket(string name, SandboxRequest request)
    {
        var now = SandboxTime.ToMicroseconds(clock.GetUtcNow());
        var isExpired = request.Trouble is SandboxTrouble.Expired;
        var expires = now + (isExpired ? TimeSpan.FromMinutes(-1) : options.UploadTime);
        var key = FileKey(name);
        return new JObject
        {
            ["name"] = name,
            ["expires"] = SandboxTime.Text(expires),
            ["post_url"] = new Uri(request.FindOrigin()!, "storage/").AbsoluteUri,
            ["post_data"] = new UploadPolicy(tenant.State.SigningKey).Sign(key, now, expires),
            ["file_key"] = key,
        };
    }

    /// <summary><c>Firefox-128.0.pkg</c> → <c>…/custom_apps/Firefox-128.0_0f04055b.pkg</c></summary>
    private static string FileKey(string name)
    {
        var file = name[(name.LastIndexOf('/') + 1)..];
        var suffix = RandomNumberGenerator.GetHexString(8, lowercase: true);
        return $"{Folder}/{Path.GetFileNameWithoutExtension(file)}_{suffix}{Path.GetExtension(file)}";
    }
}
