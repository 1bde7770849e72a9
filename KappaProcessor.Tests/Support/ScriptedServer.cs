using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kappa.Tenant.Models;

namespace Kappa.Tests.Support;

/// <summary>
/// A loopback server that records what comes over the wire, byte for byte, and plays one reply after the
/// other. A request beyond the script gets status 599.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<ServerReply> script;
    private readonly X509Certificate2? certificate;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<RecordedRequest> requests = new();
    private readonly SemaphoreSlim arrivals = new(0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Task> conversations = [];
    private readonly Task accepting;

    public ScriptedServer(params ServerReply[] script)
        : this(null, script)
    {
    }

    public ScriptedServer(X509Certificate2? certificate, params ServerReply[] script)
    {
        this.script = new ConcurrentQueue<ServerReply>(script);
        this.certificate = certificate;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Root => new($"{(certificate is null ? "http" : "https")}://{listener.LocalEndpoint}/");

    public TenantAddress Address => TenantAddress.Parse(Root.AbsoluteUri);

    public IReadOnlyList<RecordedRequest> Requests => [.. requests];

    /// <summary>More replies, for those that have to know the server's address.</summary>
    public void Add(params ServerReply[] replies) => Array.ForEach(replies, script.Enqueue);

    /// <summary>The script anew; what was left of it is forgotten.</summary>
    public void Restart(params ServerReply[] replies)
    {
        script.Clear();
        Add(replies);
    }

    /// <summary>
    /// Waits until one more request has come, its body too unless the reply leaves that unread.
    /// </summary>
    public Task ArrivalAsync() => arrivals.WaitAsync(stop.Token);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Stop();
        await Task.WhenAll(conversations);
        stop.Dispose();
        arrivals.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                conversations.Add(ConverseAsync(await listener.AcceptSocketAsync(stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed of: the test is over.
        }
    }

    private async Task ConverseAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await using var stream = await OpenAsync(socket);
                while (await HeadAsync(stream) is { } head && await PlayAsync(socket, stream, head))
                {
                }
            }
            catch (OperationCanceledException)
            {
                // Disposed of: the test is over.
            }
            catch (IOException)
            {
                // The client went away, which is its right.
            }
        }
    }

    private async Task<Stream> OpenAsync(Socket socket)
    {
        var stream = new NetworkStream(socket, ownsSocket: false);
        if (certificate is null)
        {
            return stream;
        }

        var safe = new SslStream(stream);
        await safe.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
        return safe;
    }

    private async Task<string?> HeadAsync(Stream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stop.Token) == 1)
        {
            head.Add(one[0]);
            if (head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
            {
                return Encoding.UTF8.GetString([.. head]);
            }
        }

        return null;
    }

    private async Task<bool> PlayAsync(Socket socket, Stream stream, string head)
    {
        var reply = script.TryDequeue(out var next) ? next : ServerReply.Text(599, "The script is over.");
        var request = new RecordedRequest(head, []);
        if (reply.ReadsBody && request.Header("Content-Length") is { } length)
        {
            var body = new byte[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(body, stop.Token);
            request = request with { Body = body };
        }

        requests.Enqueue(request);
        arrivals.Release();
        await stream.WriteAsync(reply.Bytes, stop.Token);
        if (reply.IsSilent)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token);
        }

        if (!reply.ReadsBody)
        {
            // Closing at once, without lingering, resets the connection.
            socket.LingerState = new LingerOption(true, 0);
        }

        return !reply.Closes;
    }
}
