using System.Net;

namespace Kappa;

/// <summary>
/// How Kappa connects: certificates verified against the system's authorities, through the system's proxy,
/// redirects and cookies left alone.
/// </summary>
internal static class HttpConnections
{
    public static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(30);

    /// <param name="loopback">
    /// The other end is this machine. A proxy would be handed plain http, token and all, across the network.
    /// </param>
    public static SocketsHttpHandler NewHandler(bool loopback) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !loopback,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = ConnectLimit,

        // Load balancers close a connection that was idle for 60 s; a create sent at that moment would lose
        // its answer.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
    };
}
