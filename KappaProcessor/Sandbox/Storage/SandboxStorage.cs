using System.Net;
using Kappa.Sandbox.Wire;

namespace Kappa.Sandbox.Storage;

/// <summary>
/// The store behind the upload: as strict as S3 with a posted form (S3 API reference, "POST Object").
/// </summary>
internal sealed class SandboxStorage(
    SandboxTenant tenant, SandboxFolder? folder, long largest, TimeProvider clock)
{
    /// <summary>S3 allows 20 KB before the file.</summary>
    private const int MostFieldBytes = 20 * 1024;

    /// <summary>What a form adds to its file: the fields, the parts' headers, the delimiters.</summary>
    private const int FormBytes = 64 * 1024;

    public async Task<SandboxAnswer> ReceiveAsync(SandboxRequest request, CancellationToken cancel)
    {
        if (CheckHeaders(request) is { } refusal)
        {
            var answer = refusal.ToAnswer();
            return request.ContentLength is null
                ? answer with { Delivery = new AnswerDelivery.Early() }
                : answer;
        }

        try
        {
            var form = new MultipartReader(request.Body, MultipartReader.FindBoundary(request.ContentType)!);
            return await ReadFormAsync(request, form, cancel);
        }
        catch (InvalidDataException)
        {
            return StorageRefusal.MalformedForm.ToAnswer();
        }
    }

    private static StorageRefusal? CheckHeaders(SandboxRequest request) => request switch
    {
        { HasAuthorization: true } => StorageRefusal.Authorization,
        { ContentLength: null } => StorageRefusal.MissingLength,
        _ when MultipartReader.FindBoundary(request.ContentType) is null => StorageRefusal.NotAForm,
        _ => null,
    };

    private async Task<SandboxAnswer> ReadFormAsync(
        SandboxRequest request, MultipartReader form, CancellationToken cancel)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await form.ReadPartAsync(cancel) is { } part)
        {
            if (part.Name.Equals("file", StringComparison.OrdinalIgnoreCase))
            {
                return await ReadFileAsync(request, form, fields, cancel);
            }

            if (await form.ReadTextAsync(MostFieldBytes, cancel) is not { } text)
            {
                return StorageRefusal.FieldsTooLong.ToAnswer();
            }

            fields[part.Name] = text;
        }

        return StorageRefusal.NoFile.ToAnswer();
    }

    private async Task<SandboxAnswer> ReadFileAsync(
        SandboxRequest request,
        MultipartReader form,
        Dictionary<string, string> fields,
        CancellationToken cancel)
    {
        var policy = new UploadPolicy(tenant.State.SigningKey);
        if (policy.Check(fields, clock.GetUtcNow()) is { } refusal)
        {
            return refusal.ToAnswer();
        }

        if (request.ContentLength > largest + FormBytes)
        {
            return TooLarge(request.ContentLength.Value);
        }

        using var sink = new UploadSink(folder?.CreateFile(fields["key"]));
        while (await form.ReadPieceAsync(cancel) is { Length: > 0 } piece)
        {
            sink.Write(piece);
        }

        return sink.Size > largest ? TooLarge(sink.Size) : Store(fields["key"], sink, request);
    }

    private SandboxAnswer TooLarge(long size) =>
        StorageRefusal.TooLarge(size, largest).ToAnswer() with { Delivery = new AnswerDelivery.Early() };

    private SandboxAnswer Store(string key, UploadSink sink, SandboxRequest request)
    {
        var sha256 = sink.Finish();
        var kept = request.Trouble is SandboxTrouble.Corrupt ? SandboxTrouble.Corrupt.Spoil(sha256) : sha256;
        var upload = new SandboxUpload(key, sink.Size, kept, SandboxTime.ToMicroseconds(clock.GetUtcNow()));
        tenant.Change(now => now with { Uploads = now.Uploads.SetItem(key, upload) });
        return SandboxAnswer.Empty(HttpStatusCode.NoContent).WithHeader("ETag", $"\"{sha256[..32]}\"");
    }
}
