using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kappa.Tests.Support;

/// <summary>A proxy as in HTTPS_PROXY, all of whose tunnels end at one server of the test's.</summary>
internal sealed class TunnelProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> heads = new();
    private readonly int target;
    private readonly Task accepting;

    public TunnelProxy(ScriptedServer end)
    {
        target = end.Root.Port;
        listener.Start();
        accepting = AcceptAsync();
    }

    public string Address => $"http://{listener.LocalEndpoint}";

    /// <summary>What was asked of the proxy itself, as it came.</summary>
    public IReadOnlyList<string> Heads => [.. heads];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> tunnels = [];
        while (!stop.IsCancellationRequested)
        {
            tunnels.Add(TunnelAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
    }

    private async Task TunnelAsync(TcpClient client)
    {
        using (client)
        {
            await using var near = client.GetStream();
            var head = new StringBuilder();
            var one = new byte[1];
            while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal)
                && await near.ReadAsync(one, stop.Token) == 1)
            {
                head.Append((char)one[0]);
            }

            heads.Enqueue(head.ToString());
            using var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, target, stop.Token);
            await using var far = server.GetStream();
            await near.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), stop.Token);
            await Task.WhenAny(near.CopyToAsync(far, stop.Token), far.CopyToAsync(near, stop.Token));
        }
    }
}
