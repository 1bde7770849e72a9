namespace Kappa.Tests.Support;

/// <summary>
/// Sends what is meant for a host on the internet to a loopback server instead, and remembers for whom it
/// was.
/// </summary>
internal sealed class RerouteHandler(
    Uri server) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    public List<Uri> Asked { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request.RequestUri!);
        request.RequestUri = new Uri(server, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
