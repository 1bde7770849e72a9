using System.Net;
using Kappa.Secrets;

namespace Kappa.Tenant;

/// <summary>
/// An answer that is no success, as an error for an administrator: what the tenant said, and what to do.
/// </summary>
internal sealed class TenantErrors(TenantAccess access)
{
    private readonly SecretScrubber scrubber = new([access.Token]);

    public TenantException Failure(TenantRequest request, TenantAnswer answer) =>
        new(What(request, answer), Remedy(request, answer))
        {
            Status = answer.Status,
            Endpoint = request.Endpoint,
            MayHaveHappened = !request.IsRead && MayHaveHappened(answer),
            IsTransient = answer.IsTransient,
        };

    /// <summary>A success whose body is no JSON: the request was done, or something else answered.</summary>
    public TenantException Unreadable(TenantRequest request, TenantAnswer answer) => new(
        $"{access.Address} answered {request.Endpoint} with something that is not what the API documents"
            + $"{Quoted(answer)}.",
        "A proxy or a login page may have answered in its place: check the network and the API URL, then run "
            + "again.")
    {
        Status = answer.Status,
        Endpoint = request.Endpoint,
        MayHaveHappened = !request.IsRead,
        IsTransient = true,
    };

    /// <summary>A success where only a refusal makes sense.</summary>
    public TenantException NotRefused(TenantRequest request, TenantAnswer answer) => new(
        $"{access.Address} answered {request.Endpoint}, which asked for nothing that can be done, with "
            + $"{answer.Summary}, so that it does not show whether the token may.",
        "Look in Kandji whether something is there that should not be, and report this as a bug.")
    {
        Status = answer.Status,
        Endpoint = request.Endpoint,
        MayHaveHappened = !request.IsRead,
    };

    /// <summary>What <paramref name="parse"/> makes of the answer.</summary>
    /// <exception cref="TenantException">The answer lacks what the documentation promises.</exception>
    public T Parsed<T>(TenantRequest request, TenantAnswer answer, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (KappaException fault)
        {
            throw NotAsDocumented(request, answer, fault);
        }
    }

    private TenantException NotAsDocumented(
        TenantRequest request, TenantAnswer answer, KappaException fault) => new(
        $"{access.Address} answered {request.Endpoint}, but: {AnswerText.OneLine(fault.What)}", fault.Remedy, fault)
        {
            Status = answer.Status,
            Endpoint = request.Endpoint,
            MayHaveHappened = !request.IsRead,
        };

    public TenantException ForeignPage(TenantRequest request, Uri? next) => new(
        $"{access.Address.Origin} says that its list {request.Endpoint} goes on at {Origin(next)}.",
        "The token is sent to the tenant alone, so the list cannot be read: check the API URL, or ask Kandji "
            + "support.")
    {
        Endpoint = request.Endpoint,
    };

    public TenantException EndlessList(TenantRequest request) => new(
        $"The list {request.Endpoint} of {access.Address} never ends: its pages lead in a circle.",
        "Run again; if it stays, ask Kandji support.")
    {
        Endpoint = request.Endpoint,
    };

    private static bool MayHaveHappened(TenantAnswer answer) =>
        !answer.WasTurnedAway && (answer.Status is null || (int)answer.Status >= 500);

    private string What(TenantRequest request, TenantAnswer answer) => answer switch
    {
        { Fault: { Kind: FaultKind.NotTrusted } fault } =>
            $"The connection to {access.Address} is not safe: {fault.Text}.",
        { Fault: { } fault } => $"{access.Address} did not answer {request.Endpoint}: {fault.Text}.",
        { IsRedirect: true } =>
            $"{access.Address.Origin} answered {request.Endpoint} with a redirect to "
            + $"{Target(request, answer)}.",
        { IsStillProcessing: true } when request.FollowsUpload =>
            $"{access.Address} had not finished processing the upload after "
            + $"{access.ProcessingTimeout.TotalSeconds:N0} seconds{Quoted(answer)}.",
        { Status: >= HttpStatusCode.InternalServerError } =>
            $"{access.Address} failed at {request.Endpoint}: {answer.Summary}{Quoted(answer)}.",
        _ => $"{access.Address} refused {request.Endpoint}: {answer.Summary}{Quoted(answer)}.",
    };

    private string Target(TenantRequest request, TenantAnswer answer) =>
        Uri.TryCreate(request.Url(access.Address.ApiRoot), answer.Location, out var target)
            ? Origin(target)
            : "nowhere";

    // The rest of an address may hold a signature or a session.
    private static string Origin(Uri? url) =>
        AnswerText.OneLine(url is null ? "an address that is none" : $"{url.Scheme}://{url.Authority}/");

    private string Quoted(TenantAnswer answer) => AnswerText.Quoted(answer.Body, scrubber);

    private static string Remedy(TenantRequest request, TenantAnswer answer) => answer switch
    {
        { Fault: { } fault } => fault.Remedy,
        { IsRedirect: true } => "Check the API URL; the token is sent to the tenant alone.",
        { IsStillProcessing: true } when request.FollowsUpload => "Run again later; for very large "
            + "installers raise kandji.processing_timeout in config.json, or KAPPA_PROCESSING_TIMEOUT.",
        { AskedWait: { } wait } =>
            $"The tenant asks to wait {Math.Ceiling(wait.TotalSeconds):N0} seconds; run again then.",
        _ => RemedyOf((int?)answer.Status ?? 0, request, answer.Body),
    };

    private static string RemedyOf(int status, TenantRequest request, string body) => status switch
    {
        401 => "The API token is wrong, expired or revoked: make one in Kandji under Settings, Access, with "
            + $"the permission \"{request.Permission}\" among others, and store it with 'kappa setup'.",
        403 => $"The API token lacks the permission \"{request.Permission}\": grant it in Kandji under "
            + "Settings, Access.",
        404 => "It may have been deleted meanwhile, or the API URL is another tenant's: check both, then run "
            + "again.",
        413 => "Make the scripts that the recipe sends shorter.",
        429 => "Kandji allows 10,000 requests an hour for the whole tenant: wait a while, then run again.",
        >= 500 => "The fault is on Kandji's side or a proxy's: run again later.",
        400 when body.Contains("assignment_node_id", StringComparison.Ordinal) => "Name a node of an "
            + "assignment map as BLUEPRINT#NODE (Kandji shows a node's id while Option is held), and a "
            + "classic Blueprint without.",
        _ => "Mend what the tenant names, then run again.",
    };
}
