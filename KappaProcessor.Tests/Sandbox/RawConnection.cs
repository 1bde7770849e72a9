using System.Net.Sockets;
using System.Text;
using Kappa.Sandbox;

namespace Kappa.Tests.Sandbox;

/// <summary>Bytes on a socket, for requests that no proper client sends.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient client = new();
    private readonly StreamReader reader;

    public RawConnection(SandboxServer sandbox)
    {
        client.Connect("127.0.0.1", sandbox.Origin.Port);
        Stream = client.GetStream();
        reader = new StreamReader(Stream, Encoding.Latin1);
    }

    public NetworkStream Stream { get; }

    public Task SendAsync(string text) => Stream.WriteAsync(Encoding.Latin1.GetBytes(text)).AsTask();

    /// <summary>The first line of what comes back.</summary>
    public async Task<string?> StatusAsync() => await reader.ReadLineAsync();

    /// <summary>All that comes until the sandbox closes the connection.</summary>
    public Task<string> RestAsync() => reader.ReadToEndAsync();

    public void Dispose()
    {
        reader.Dispose();
        client.Dispose();
    }
}
