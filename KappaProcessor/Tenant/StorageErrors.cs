using Kappa.Secrets;
using Kappa.Tenant.Models;

namespace Kappa.Tenant;

/// <summary>Why the storage host did not take an installer, as an error for an administrator.</summary>
internal sealed class StorageErrors(UploadTicket ticket, string fileName)
{
    /// <summary>
    /// Shorter fields are names and switches; the longer ones are the signature and what it signs.
    /// </summary>
    private const int ShortestSignedField = 16;

    private readonly SecretScrubber scrubber = new(ticket.Fields
        .Where(field => field.Value.Length >= ShortestSignedField)
        .Select(field => new Secret(field.Value)));

    private string Host => ticket.PostUrl.Authority;

    public TenantException UnsafeHost() => new(
        $"The tenant wants {fileName} sent to {ticket.PostUrl.Scheme}://{Host}/, which is not safe.",
        "Nothing was sent. Check the API URL; if it is right, ask Kandji support.")
    {
        Endpoint = Endpoint,
    };

    public TenantException Failure(TenantAnswer answer)
    {
        var error = AnswerText.FromS3(answer.Body);
        return new TenantException(What(answer), Remedy(answer, error))
        {
            Status = answer.Status,
            Endpoint = Endpoint,
            IsTransient = answer.IsTransient || IsTransient(answer, error),
        };
    }

    private string Endpoint => $"POST {Host}";

    // Amazon S3 API, "List of error codes". A ticket that ran out is mended by a new one.
    private static bool IsTransient(TenantAnswer answer, S3Error? error) =>
        (int?)answer.Status is 408 or >= 500
        || answer is { IsSuccess: true, IsForeign: true }
        || error is { Code: "RequestTimeout" or "ExpiredToken" or "OperationAborted" }
        || RanOut(error);

    // AccessDenied "Invalid according to Policy: Policy expired."
    private static bool RanOut(S3Error? error) =>
        error?.Message.Contains("expired", StringComparison.OrdinalIgnoreCase) == true;

    private string What(TenantAnswer answer) => answer switch
    {
        { Fault: { Kind: FaultKind.NotTrusted } fault } =>
            $"The connection to the storage host {Host} is not safe: {fault.Text}.",
        { Fault: { } fault } =>
            $"The upload of {fileName} to the storage host {Host} broke off: {fault.Text}.",
        { IsSuccess: true, IsForeign: true } =>
            $"Something else than the storage host {Host} answered the upload of {fileName}: {answer.Summary}"
            + $"{AnswerText.Quoted(answer.Body, scrubber)}.",
        { IsRedirect: true } => $"The storage host {Host} wants {fileName} sent to {Target(answer)} instead.",
        _ => $"The storage host {Host} refused {fileName}: {answer.Summary}"
            + $"{AnswerText.Quoted(answer.Body, scrubber)}.",
    };

    private string Target(TenantAnswer answer) =>
        Uri.TryCreate(ticket.PostUrl, answer.Location, out var target) ? target.Authority : "nowhere";

    private static string Remedy(TenantAnswer answer, S3Error? error) => answer switch
    {
        { Fault: { } fault } => fault.Remedy,
        { IsRedirect: true } => "The signed fields go only to the host that the tenant named; run again "
            + "later, and if it stays, ask Kandji support.",
        { IsSuccess: true, IsForeign: true } =>
            "A proxy or a login page may have answered in its place: check the network, then run again.",
        _ when error is { Code: "EntityTooLarge" } => "The installer is larger than Kandji takes.",
        _ when RanOut(error) => "The leave to upload ran out before the upload ended: run again, over a "
            + "faster line if it happens again.",
        _ => "Run again; if it stays, ask Kandji support and show them this message.",
    };
}
