using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox.Storage;

/// <summary>
/// Leave to post one file, as fields of a form: a policy that lists what the other fields must be, and its
/// signature (S3 API reference, "Creating a POST policy").
/// </summary>
internal sealed class UploadPolicy(string signingKey)
{
    private const string PolicyField = "policy";
    private const string SignatureField = "x-amz-signature";

    private static readonly IReadOnlyList<string> Required =
        ["key", PolicyField, "x-amz-algorithm", "x-amz-credential", "x-amz-date", SignatureField];

    /// <summary>The fields in the order in which Kandji documents them.</summary>
    public JObject Sign(string fileKey, DateTimeOffset now, DateTimeOffset expires)
    {
        var date = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var fields = new JObject
        {
            ["key"] = fileKey,
            ["x-amz-algorithm"] = "AWS4-HMAC-SHA256",
            ["x-amz-credential"] = $"SANDBOX/{date[..8]}/us-east-1/s3/aws4_request",
            ["x-amz-date"] = date,
            ["x-amz-security-token"] = Convert.ToBase64String(Hmac($"{fileKey}{date}")),
        };
        var policy = new JObject
        {
            ["expiration"] = SandboxTime.Text(expires),
            ["conditions"] = fields.DeepClone(),
        };
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(policy.ToString(Formatting.None)));
        fields[PolicyField] = encoded;
        fields[SignatureField] = Signature(encoded);
        return fields;
    }

    /// <summary>What is wrong with the fields that came before the file; null: nothing.</summary>
    public StorageRefusal? Check(IReadOnlyDictionary<string, string> fields, DateTimeOffset now)
    {
        if (Required.FirstOrDefault(name => !fields.ContainsKey(name)) is { } missing)
        {
            return StorageRefusal.MissingField(missing);
        }

        if (Signature(fields[PolicyField]) != fields[SignatureField])
        {
            return StorageRefusal.WrongSignature;
        }

        // The signature is ours, so the policy is as we wrote it.
        var policy = (JObject)SandboxJson.TryParse(Convert.FromBase64String(fields[PolicyField]))!;
        var expires = DateTimeOffset.Parse((string)policy["expiration"]!, CultureInfo.InvariantCulture);
        return expires <= now
            ? StorageRefusal.Policy("Policy expired.")
            : CheckConditions((JObject)policy["conditions"]!, fields);
    }

    private static StorageRefusal? CheckConditions(
        JObject conditions, IReadOnlyDictionary<string, string> fields)
    {
        foreach (var (name, wanted) in conditions)
        {
            if (fields.GetValueOrDefault(name) != (string)wanted!)
            {
                return StorageRefusal.Policy($"Policy Condition failed: [\"eq\", \"${name}\", \"{wanted}\"]");
            }
        }

        var extra = fields.Keys.FirstOrDefault(name =>
            !conditions.ContainsKey(name) && name is not (PolicyField or SignatureField)
            && !name.StartsWith("x-ignore-", StringComparison.Ordinal));
        return extra is null ? null : StorageRefusal.Policy($"Extra input fields: {extra}");
    }

    private string Signature(string policy) => Convert.ToHexStringLower(Hmac(policy));

    private byte[] Hmac(string text) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(signingKey), Encoding.UTF8.GetBytes(text));
}
