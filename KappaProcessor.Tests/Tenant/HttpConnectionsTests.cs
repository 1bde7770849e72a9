using System.Net;
using System.Net.Sockets;
using Kappa.Secrets;
using Kappa.Tenant;
using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.Tenant;

internal sealed class HttpConnectionsTests
{
    [TestCase(true, false, TestName = "What is meant for this machine never goes through a proxy")]
    [TestCase(false, true, TestName = "The system's proxy leads into the network")]
    public void A_proxy_is_used_only_for_the_network(bool loopback, bool proxy)
    {
        using var handler = HttpConnections.NewHandler(loopback);

        Assert.That(handler.UseProxy, Is.EqualTo(proxy));
    }

    [Test]
    public async Task The_tenant_is_offered_HTTP_2_and_1_1()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = TenantAddress.Parse($"https://{listener.LocalEndpoint}");
        using var tenant = new RestTenant(
            new TenantAccess(address, new Secret(Some.Token), default), new SkippingClock(), Some.NoLog());

        var asking = Thrown.ByAsync<TenantException>(() => tenant.ReadLibraryAsync(default));
        var hello = await FirstBytesAsync(listener);
        listener.Stop();
        await asking;

        Assert.That(hello.AsSpan().IndexOf("\u0002h2\u0008http/1.1"u8), Is.Positive);
    }

    private static async Task<byte[]> FirstBytesAsync(TcpListener listener)
    {
        using var socket = await listener.AcceptSocketAsync();
        var bytes = new byte[16 * 1024];
        var got = await socket.ReceiveAsync(bytes);
        return bytes[..got];
    }
}
