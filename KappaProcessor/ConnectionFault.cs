using System.Security.Authentication;

namespace Kappa;

/// <summary>Why a request brought no answer, in our words and the system's.</summary>
internal sealed record ConnectionFault(FaultKind Kind, string Text)
{
    public string Remedy => Kind == FaultKind.NotTrusted
        ? "Kappa never skips this check: see that the clock is right; if a proxy inspects TLS, add its "
            + "certificate authority to those that the system trusts (on Linux, SSL_CERT_FILE may name a file "
            + "of them)."
        : "Check the network, the proxy and the API URL, then run again.";

    /// <summary>
    /// What <see cref="HttpClient"/> throws, or RestSharp keeps in its response, sorted by what it proves.
    /// </summary>
    public static ConnectionFault From(Exception? error) => error switch
    {
        // SocketsHttpHandler marks a connection that took too long in this way.
        OperationCanceledException { InnerException: TimeoutException } => new(
            FaultKind.NotConnected,
            $"no connection within {HttpConnections.ConnectLimit.TotalSeconds:N0} seconds"),
        OperationCanceledException => new(FaultKind.TimedOut, "no answer in time"),
        HttpRequestException { InnerException: AuthenticationException } =>
            new(FaultKind.NotTrusted, Words(error)),
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        } => new(FaultKind.NotConnected, Words(error)),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            new(FaultKind.TooLarge, "the answer is too large"),
        null => new(FaultKind.Broken, "no answer"),
        _ => new(FaultKind.Broken, Words(error)),
    };

    private static string Words(Exception error) => error.GetBaseException().Message.TrimEnd('.');
}
