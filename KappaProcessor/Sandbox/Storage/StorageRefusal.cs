using System.Net;
using System.Xml.Linq;
using Kappa.Sandbox.Wire;

namespace Kappa.Sandbox.Storage;

/// <summary>An error as S3 words it (S3 API reference, "Error responses").</summary>
internal sealed record StorageRefusal(HttpStatusCode Status, string Code, string Message)
{
    /// <summary>What some codes say in addition: <c>ArgumentName</c>, <c>MaxSizeAllowed</c> …</summary>
    public IReadOnlyList<(string Name, string Value)> Details { get; init; } = [];

    public static StorageRefusal MissingLength { get; } = new(
        HttpStatusCode.LengthRequired,
        "MissingContentLength",
        "You must provide the Content-Length HTTP header.");

    public static StorageRefusal NotAForm { get; } = new(
        HttpStatusCode.PreconditionFailed,
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold")
    {
        Details = [("Condition", "Bucket POST must be of the enclosure-type multipart/form-data")],
    };

    public static StorageRefusal MalformedForm { get; } = new(
        HttpStatusCode.BadRequest,
        "MalformedPOSTRequest",
        "The body of your POST request is not well-formed multipart/form-data.");

    public static StorageRefusal FieldsTooLong { get; } = new(
        HttpStatusCode.BadRequest,
        "MaxPostPreDataLengthExceeded",
        "Your POST request fields preceding the upload file were too large.");

    /// <summary>S3 repeats the header's value here; a token is not ours to repeat.</summary>
    public static StorageRefusal Authorization { get; } =
        Argument("Authorization", "Unsupported Authorization Type");

    public static StorageRefusal NoFile { get; } =
        Argument("file", "POST requires exactly one file upload per request.");

    public static StorageRefusal WrongSignature { get; } = new(
        HttpStatusCode.Forbidden,
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. "
            + "Check your key and signing method.");

    public static StorageRefusal MissingField(string name) => Argument(
        name,
        $"Bucket POST must contain a field named '{name}'.  "
            + "If it is specified, please check the order of the fields.");

    public static StorageRefusal Policy(string why) =>
        new(HttpStatusCode.Forbidden, "AccessDenied", $"Invalid according to Policy: {why}");

    public static StorageRefusal TooLarge(long proposed, long allowed) => new(
        HttpStatusCode.BadRequest, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")
    {
        Details = [("ProposedSize", $"{proposed}"), ("MaxSizeAllowed", $"{allowed}")],
    };

    public SandboxAnswer ToAnswer() => SandboxAnswer.Xml(Status, new XElement(
        "Error",
        new XElement("Code", Code),
        new XElement("Message", Message),
        Details.Select(detail => new XElement(detail.Name, detail.Value)),
        new XElement("RequestId", "SANDBOX"),
        new XElement("HostId", "kappa-sandbox")));

    private static StorageRefusal Argument(string name, string message) =>
        new(HttpStatusCode.BadRequest, "InvalidArgument", message) { Details = [("ArgumentName", name)] };
}
