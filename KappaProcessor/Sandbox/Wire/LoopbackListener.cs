using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Kappa.Sandbox.Wire;

/// <summary>
/// A small HTTP/1.1 server on 127.0.0.1. HttpListener would not do: off Windows its Abort answers 200 instead
/// of dropping the connection, it answers 411 by itself, and Close leaves an upload in progress running.
/// </summary>
internal sealed class LoopbackListener : IAsyncDisposable
{
    private const int Backlog = 512;

    private readonly Func<SandboxRequest, CancellationToken, Task<SandboxAnswer>> serve;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Task, bool> open = new();
    private readonly TaskCompletionSource failure = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource closing = new();
    private Task accepting;

    /// <param name="port">0 lets the system choose a free one.</param>
    /// <param name="serve">Called for many requests at once.</param>
    /// <param name="clock">Paces what is slow on purpose.</param>
    /// <exception cref="KappaException">The port cannot be used.</exception>
    public LoopbackListener(
        int port, Func<SandboxRequest, CancellationToken, Task<SandboxAnswer>> serve, TimeProvider clock)
    {
        (this.serve, this.clock) = (serve, clock);
        var listener = Listening(port);
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        accepting = AcceptAsync(listener, closing.Token);
    }

    public int Port { get; }

    /// <summary>Ends, in failure, when the server itself broke; never because of what a client did.</summary>
    public Task Failure => failure.Task;

    /// <summary>From now on connections are refused, and those that wait for a request are closed.</summary>
    public async Task CloseAsync()
    {
        await closing.CancelAsync();
        await accepting;
    }

    /// <summary>The end of <see cref="CloseAsync"/>.</summary>
    public void Reopen()
    {
        closing = new CancellationTokenSource();
        accepting = AcceptAsync(Listening(Port), closing.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await stopping.CancelAsync();
        await Task.WhenAll(open.Keys);
        if (failure.Task.IsFaulted)
        {
            await failure.Task;
        }
    }

    private static Socket Listening(int port)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            listener.Listen(Backlog);
            return listener;
        }
        catch (SocketException fault)
        {
            listener.Dispose();
            throw new KappaException(
                $"Port {port} of 127.0.0.1 cannot be used ({fault.SocketErrorCode}).",
                "Choose another port, or 0 for any that is free.",
                fault);
        }
    }

    /// <summary>The port is open as long as this goes on.</summary>
    private async Task AcceptAsync(Socket listener, CancellationToken until)
    {
        using var port = listener;
        while (!until.IsCancellationRequested)
        {
            try
            {
                Watch(ConverseAsync(await port.AcceptAsync(until), until));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Watch(Task work)
    {
        open[work] = true;
        work.ContinueWith(
            done =>
            {
                open.TryRemove(done, out _);
                if (done.Exception is { } fault)
                {
                    failure.TrySetException(fault.InnerExceptions);
                }
            },
            TaskScheduler.Default);
    }

    private async Task ConverseAsync(Socket socket, CancellationToken idle)
    {
        socket.NoDelay = true;
        using var connection = new Connection(socket, clock);
        try
        {
            await connection.ServeAsync(ServeAsync, idle, stopping.Token);
        }
        catch (IOException)
        {
            // The client went away; that is its right, and nobody is left to be told.
        }
        catch (SocketException)
        {
            // The same, noticed while closing.
        }
        catch (OperationCanceledException) when (idle.IsCancellationRequested)
        {
            // The server stops, or has no more time for those who ask nothing.
        }
    }

    private async Task<SandboxAnswer> ServeAsync(SandboxRequest request, CancellationToken cancel)
    {
        var answer = await serve(request, cancel);
        if (answer.Delivery is AnswerDelivery.Last)
        {
            await CloseAsync();
        }

        return answer;
    }
}
