using System.Text;
using CliWrap;

namespace Kappa;

/// <summary>
/// Takes in what an <see cref="ExternalTool"/> writes, as it writes it: standard output by a reader, which
/// can have enough, and the beginning of standard error.
/// </summary>
internal sealed class ToolOutput
{
    /// <summary>Characters; the rest is read and dropped.</summary>
    private const int LongestError = 64 * 1024;

    private const int BufferSize = 80 * 1024;

    private readonly StringBuilder error = new();

    /// <summary>False when it has read enough before the end.</summary>
    public delegate Task<bool> Reader(Stream output, CancellationToken cancel);

    public bool IsCut { get; private set; }

    public string Error => error.ToString();

    public static Reader Lines(Action<string> line) => async (output, cancel) =>
    {
        using var reader = new StreamReader(output, Encoding.UTF8, false, BufferSize, leaveOpen: true);
        while (await reader.ReadLineAsync(cancel) is { } one)
        {
            line(one);
        }

        return true;
    };

    public static Reader Bytes(Stream target, long limit) => async (output, cancel) =>
    {
        var buffer = new byte[BufferSize];
        var left = limit;
        while (await output.ReadAsync(buffer, cancel) is > 0 and var got)
        {
            await target.WriteAsync(buffer.AsMemory(0, (int)Math.Min(got, left)), cancel);
            left -= got;
            if (left < 0)
            {
                return false;
            }
        }

        return true;
    };

    /// <summary>Ends the program by <paramref name="end"/> as soon as nobody reads on.</summary>
    public PipeTarget To(Reader read, CancellationTokenSource end) =>
        PipeTarget.Create((output, cancel) => ReadAsync(read, output, end, cancel));

    public PipeTarget ToError() => PipeTarget.Create(async (output, cancel) =>
    {
        using var reader = new StreamReader(output, Encoding.UTF8, false, BufferSize, leaveOpen: true);
        var buffer = new char[1024];
        while (await reader.ReadAsync(buffer, cancel) is > 0 and var got)
        {
            error.Append(buffer, 0, Math.Min(got, LongestError - error.Length));
        }
    });

    private async Task ReadAsync(
        Reader read, Stream output, CancellationTokenSource end, CancellationToken cancel)
    {
        var isRead = false;
        try
        {
            isRead = await read(output, cancel);
            IsCut = !isRead;
        }
        finally
        {
            if (!isRead)
            {
                await end.CancelAsync();
            }
        }
    }
}
