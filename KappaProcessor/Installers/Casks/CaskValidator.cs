using System.Globalization;
using System.Net.Http.Headers;

namespace Kappa.Installers.Casks;

/// <summary>
/// What a server calls one state of a file (RFC 9110, 8.8): an ETag in quotes, or the date of its last change.
/// </summary>
internal static class CaskValidator
{
    /// <summary>The ETag, else the date; null when the server gives neither.</summary>
    public static string? Of(HttpResponseMessage answer) =>
        answer.Headers.ETag?.ToString()
        ?? answer.Content.Headers.LastModified?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Whether it tells two states of equal length apart, byte for byte.</summary>
    public static bool IsStrong(string? validator) =>
        validator is not null && !validator.StartsWith("W/", StringComparison.Ordinal);

    /// <summary>The rest of the same file, else all of the new one.</summary>
    public static void AddIfRange(HttpRequestMessage request, string? validator)
    {
        if (IsStrong(validator) && RangeConditionHeaderValue.TryParse(validator, out var condition))
        {
            request.Headers.IfRange = condition;
        }
    }

    /// <summary>Nothing when it is still the same file.</summary>
    public static void AddIfChanged(HttpRequestMessage request, string? validator)
    {
        if (EntityTagHeaderValue.TryParse(validator, out var tag))
        {
            request.Headers.IfNoneMatch.Add(tag);
        }
        else if (DateTimeOffset.TryParse(validator, CultureInfo.InvariantCulture, out var date))
        {
            request.Headers.IfModifiedSince = date;
        }
    }
}
