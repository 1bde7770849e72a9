using System.Net.Http.Headers;
using System.Text;
using Kappa.Tenant.Models;

namespace Kappa.Tenant;

/// <summary>
/// The form of an upload to S3 ("Browser-Based Uploads Using POST"): every field of the ticket in its order,
/// and the file last, because S3 ignores whatever follows it. S3 takes names with and without quotes, and so
/// with the boundary; some proxies take only quoted names and an unquoted boundary, the opposite of what .NET
/// writes by itself.
/// </summary>
internal static class UploadForm
{
    public static HttpContent For(UploadTicket ticket, string fileName, HttpContent file)
    {
        var boundary = $"kappa-{Guid.NewGuid():N}";
        var form = new MultipartFormDataContent(boundary)
        {
            HeaderEncodingSelector = (_, _) => Encoding.UTF8,
        };
        form.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data")
        {
            Parameters = { new NameValueHeaderValue("boundary", boundary) },
        };
        foreach (var (name, value) in ticket.Fields)
        {
            form.Add(Named(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), $"name=\"{Escaped(name)}\""));
        }

        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(Named(file, $"name=\"file\"; filename=\"{Escaped(fileName)}\""));
        return form;
    }

    private static HttpContent Named(HttpContent part, string names)
    {
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; {names}");
        return part;
    }

    // As browsers do (WHATWG HTML, "multipart form data").
    private static string Escaped(string name) => name
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace("\"", "%22", StringComparison.Ordinal);
}
