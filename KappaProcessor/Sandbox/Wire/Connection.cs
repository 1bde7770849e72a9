using System.Net;
using System.Net.Sockets;

namespace Kappa.Sandbox.Wire;

/// <summary>One client: its requests one after the other, until either side closes the connection.</summary>
internal sealed class Connection(Socket socket, TimeProvider clock) : IDisposable
{
    private readonly NetworkStream stream = new(socket, ownsSocket: true);

    /// <param name="serve">Answers a request.</param>
    /// <param name="idle">Ends the connection as soon as no request is under way.</param>
    /// <param name="cancel">Ends it at once; <paramref name="idle"/> is ended before.</param>
    public async Task ServeAsync(
        Func<SandboxRequest, CancellationToken, Task<SandboxAnswer>> serve,
        CancellationToken idle,
        CancellationToken cancel)
    {
        try
        {
            await ServeAllAsync(serve, idle, cancel);
        }
        catch (InvalidDataException fault)
        {
            // Nothing after what is no request can be understood either.
            var answer = SandboxAnswer.Text(HttpStatusCode.BadRequest, fault.Message);
            await new AnswerWriter(stream, clock).WriteAsync(answer, closing: true, cancel);
            await HangUpAsync(cancel);
        }
    }

    public void Dispose() => stream.Dispose();

    private async Task ServeAllAsync(
        Func<SandboxRequest, CancellationToken, Task<SandboxAnswer>> serve,
        CancellationToken idle,
        CancellationToken cancel)
    {
        var input = new ConnectionInput(stream);
        while (await RequestHead.ReadAsync(input, idle) is { } head)
        {
            var body = new RequestBody(input, head, stream);
            var answer = await serve(new SandboxRequest(head, body), cancel);
            if (answer.Delivery is AnswerDelivery.Lost)
            {
                Reset();
                return;
            }

            if (!await AnswerAsync(answer, head, body, cancel))
            {
                await HangUpAsync(cancel);
                return;
            }
        }
    }

    /// <returns>Whether another request may follow.</returns>
    private async Task<bool> AnswerAsync(
        SandboxAnswer answer, RequestHead head, RequestBody asked, CancellationToken cancel)
    {
        // A client that is still sending would not hear an answer over a closed connection: its body first.
        var early = answer.Delivery is AnswerDelivery.Early || asked.IsHeldBack;
        if (!early)
        {
            await asked.SkipAsync(long.MaxValue, cancel);
        }

        var isLast = answer.Delivery is AnswerDelivery.Truncated or AnswerDelivery.Last;
        var closing = early || isLast || !head.KeepAlive;
        var body = head.Method == "HEAD" ? default : answer.Body;
        await new AnswerWriter(stream, clock).WriteAsync(answer with { Body = body }, closing, cancel);
        return !closing;
    }

    /// <summary>
    /// Closing with bytes unread would reset the connection and could destroy the answer on its way.
    /// </summary>
    private async Task HangUpAsync(CancellationToken cancel)
    {
        socket.Shutdown(SocketShutdown.Send);
        var waste = new byte[64 * 1024];
        while (await stream.ReadAsync(waste, cancel) > 0)
        {
        }
    }

    private void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }
}
