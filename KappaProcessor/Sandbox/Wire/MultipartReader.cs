using System.Text;
using System.Text.RegularExpressions;

namespace Kappa.Sandbox.Wire;

/// <summary>
/// multipart/form-data (RFC 7578) as it comes in, part by part and piece by piece, so that the size of a file
/// does not matter. What is malformed is an <see cref="InvalidDataException"/>.
/// </summary>
internal sealed partial class MultipartReader(RequestBody body, string boundary)
{
    private const int LongestHeaders = 16 * 1024;

    /// <summary>A piece of a part is never cut from what might be the start of the next delimiter.</summary>
    private readonly byte[] delimiter = Encoding.UTF8.GetBytes($"\r\n--{boundary}");
    private readonly byte[] buffer = new byte[256 * 1024];
    private int start;
    private int end;
    private bool begun;
    private bool inPart;

    /// <summary>The boundary that a Content-Type names; null when it is no multipart/form-data.</summary>
    public static string? FindBoundary(string? contentType) =>
        contentType is not null && BoundaryForm().Match(contentType) is { Success: true } match
            ? match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["bare"].Value
            : null;

    /// <summary>
    /// The next part, after whatever is left of the one before; null when the form is complete.
    /// </summary>
    public async ValueTask<MultipartPart?> ReadPartAsync(CancellationToken cancel)
    {
        await BeginAsync(cancel);
        while ((await ReadPieceAsync(cancel)).Length > 0)
        {
        }

        await RequireAsync(2, cancel);
        if (buffer.AsSpan(start, 2).SequenceEqual("--"u8))
        {
            return null;
        }

        inPart = true;
        return ParseHeaders(await ReadHeadersAsync(cancel));
    }

    /// <summary>Some more of the part's content, valid until the next call; empty at its end.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadPieceAsync(CancellationToken cancel)
    {
        if (!inPart)
        {
            return default;
        }

        while (true)
        {
            var found = buffer.AsSpan(start, end - start).IndexOf(delimiter);
            var count = found >= 0 ? found : end - start - delimiter.Length + 1;
            if (found == 0)
            {
                inPart = false;
                start += delimiter.Length;
                return default;
            }

            if (count > 0)
            {
                start += count;
                return buffer.AsMemory(start - count, count);
            }

            await FillAsync(cancel);
        }
    }

    /// <summary>
    /// The part's content as text; null when it is longer than <paramref name="limit"/> bytes.
    /// </summary>
    public async ValueTask<string?> ReadTextAsync(int limit, CancellationToken cancel)
    {
        using var text = new MemoryStream();
        while (await ReadPieceAsync(cancel) is { Length: > 0 } piece)
        {
            if (text.Length + piece.Length > limit)
            {
                return null;
            }

            text.Write(piece.Span);
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>
    /// The first delimiter has no line end before it, unless there is a preamble: one is put there.
    /// </summary>
    private async ValueTask BeginAsync(CancellationToken cancel)
    {
        if (begun)
        {
            return;
        }

        (begun, inPart) = (true, true);
        "\r\n"u8.CopyTo(buffer);
        end = 2;
        await FillAsync(cancel);
    }

    private async ValueTask<string> ReadHeadersAsync(CancellationToken cancel)
    {
        while (true)
        {
            var found = buffer.AsSpan(start, end - start).IndexOf("\r\n\r\n"u8);
            if (found >= 0)
            {
                var text = Encoding.UTF8.GetString(buffer, start, found);
                start += found + 4;
                return text;
            }

            if (end - start > LongestHeaders)
            {
                throw new InvalidDataException("The headers of a part are too long.");
            }

            await FillAsync(cancel);
        }
    }

    private static MultipartPart ParseHeaders(string headers)
    {
        var disposition = DispositionForm().Match(headers);
        if (!disposition.Success || Parameter(disposition.Value, NameForm()) is not { } name)
        {
            throw new InvalidDataException("A part has no Content-Disposition: form-data with a name.");
        }

        return new MultipartPart(name, Parameter(disposition.Value, FileNameForm()));
    }

    private static string? Parameter(string disposition, Regex form) => form.Match(disposition) switch
    {
        { Success: false } => null,
        var match when match.Groups["quoted"].Success => match.Groups["quoted"].Value,
        var match => match.Groups["bare"].Value,
    };

    private async ValueTask RequireAsync(int count, CancellationToken cancel)
    {
        while (end - start < count)
        {
            await FillAsync(cancel);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancel)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        var count = await body.ReadAsync(buffer.AsMemory(end), cancel);
        end += count > 0 ? count : throw new InvalidDataException("The form ends before its last delimiter.");
    }

    [GeneratedRegex(
        @"^multipart/form-data\b.*;\s*boundary=(""(?<quoted>[^""]+)""|(?<bare>[^\s;]+))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BoundaryForm();

    [GeneratedRegex(
        @"^Content-Disposition:\s*form-data\s*;.*$",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex DispositionForm();

    [GeneratedRegex(
        @";\s*name=(""(?<quoted>[^""]*)""|(?<bare>[^\s;]+))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NameForm();

    [GeneratedRegex(
        @";\s*filename=(""(?<quoted>[^""]*)""|(?<bare>[^\s;]+))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FileNameForm();
}
