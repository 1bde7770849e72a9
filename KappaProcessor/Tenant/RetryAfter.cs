using System.Net.Http.Headers;

namespace Kappa.Tenant;

/// <summary>
/// The header <c>Retry-After</c> (RFC 9110, 10.2.3): seconds, or the date from which to ask again.
/// </summary>
internal static class RetryAfter
{
    /// <summary>Null when the header is absent, means nothing, or names a moment that has passed.</summary>
    public static TimeSpan? TryParse(string? header, DateTimeOffset now)
    {
        if (!RetryConditionHeaderValue.TryParse(header, out var condition))
        {
            return null;
        }

        var wait = condition.Delta ?? condition.Date - now;
        return wait > TimeSpan.Zero ? wait : null;
    }
}
