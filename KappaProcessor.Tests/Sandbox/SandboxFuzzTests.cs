using System.Text;
using CsCheck;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.Sandbox;

internal sealed class SandboxFuzzTests
{
    private const string Form =
        "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nx\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc\r\n--b--\r\n";

    private static readonly byte[] Upload = Encoding.ASCII.GetBytes(
        "POST /storage/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=b\r\n"
        + $"Content-Length: {Form.Length}\r\n\r\n{Form}");

    private static readonly byte[] Message = Encoding.ASCII.GetBytes(
        "POST /slack/x?y=%20z HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n11\r\n{\"text\": \"hello\"}\r\n0\r\n\r\n");

    private static readonly byte[][] Requests = [Upload, Message];

    [TestCaseSource(nameof(Requests))]
    public async Task A_request_with_some_bytes_spoilt_breaks_nothing(byte[] request)
    {
        await using var sandbox = await Some.SandboxAsync();
        var spoilt = Gen.Select(Gen.Int[0, request.Length - 1], Gen.Byte).Array[1, 8];

        await spoilt.SampleAsync(
            changes => SendAsync(sandbox, Changed(request, changes)), iter: 200, threads: 1);

        using var client = new PlainClient(sandbox);
        using var answer = await client.GetAsync("library/custom-apps");
        Assert.That((answer.IsSuccessStatusCode, sandbox.Failure.IsCompleted), Is.EqualTo((true, false)));
    }

    private static byte[] Changed(byte[] request, (int At, byte To)[] changes)
    {
        var changed = request.ToArray();
        foreach (var (at, to) in changes)
        {
            changed[at] = to;
        }

        return changed;
    }

    /// <summary>Whatever comes back will do, but the sandbox has to end the connection.</summary>
    private static async Task SendAsync(SandboxServer sandbox, byte[] request)
    {
        using var connection = new RawConnection(sandbox);
        await connection.Stream.WriteAsync(request);
        connection.Stream.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        await connection.RestAsync();
    }
}
