using System.Net;
using System.Text.RegularExpressions;

namespace Kappa.Tenant.Models;

/// <summary>
/// The API address of one tenant: <c>TENANT.api[.eu].kandji.io</c>, <c>TENANT.api[.eu].iru.com</c>, or a
/// loopback address, which alone may be plain http, so that the token never crosses a network in clear.
/// </summary>
internal sealed partial record TenantAddress
{
    private TenantAddress(Uri origin) => Origin = origin;

    /// <summary>Scheme, host and port, with a slash at the end: <c>https://acme.api.kandji.io/</c>.</summary>
    public Uri Origin { get; }

    public Uri ApiRoot => new(Origin, "api/v1/");

    public bool IsLoopback => Origin.IsLoopback;

    /// <summary>
    /// A tenant of the platform's new name: its web console is at <c>TENANT.iru.com</c>, in every region.
    /// </summary>
    public bool IsIru => Origin.Host.EndsWith(".iru.com", StringComparison.Ordinal);

    /// <summary>
    /// Where the web console is as far as the address tells; see "console host" in the README.
    /// </summary>
    public Uri ConsoleRoot => true switch
    {
        _ when IsLoopback => Origin,
        _ when IsIru => MigratedConsoleRoot,
        _ => new Uri($"https://{Origin.Host.Replace(".api.", ".", StringComparison.Ordinal)}/"),
    };

    /// <summary>Where the web console of a tenant is once it has moved to iru.com.</summary>
    public Uri MigratedConsoleRoot => new($"https://{Origin.Host.Split('.')[0]}.iru.com/");

    /// <summary>What says whether a kandji.io tenant has moved; null when there is nothing to ask.</summary>
    public Uri? MigrationStatus => IsLoopback || IsIru
        ? null
        : new Uri($"https://{Origin.Host.Replace(".api.", ".gateway.", StringComparison.Ordinal)}"
            + "/main-backend/app/v1/company/auth-migration-status");

    /// <summary>Null when the text is no tenant's address, the placeholder <c>TENANT</c> included.</summary>
    public static TenantAddress? TryParse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        var withScheme = trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : $"https://{trimmed}";
        if (!Uri.TryCreate(withScheme, UriKind.Absolute, out var uri) || !IsBare(uri))
        {
            return null;
        }

        if (IsLoopbackAddress(uri))
        {
            return uri.Scheme is "http" or "https" ? new TenantAddress(Root(uri)) : null;
        }

        var known = uri is { Scheme: "https", IsDefaultPort: true } && TenantHost().IsMatch(uri.Host)
            && !uri.Host.StartsWith("tenant.", StringComparison.Ordinal);
        return known ? new TenantAddress(Root(uri)) : null;
    }

    public static TenantAddress Parse(string? text) => TryParse(text) ?? throw new KappaException(
        $"'{text}' is not the API address of a Kandji tenant.",
        "Use the form TENANT.api.kandji.io (or .api.eu.kandji.io, .api.iru.com, .api.eu.iru.com) with your own "
            + "tenant's name; Kandji shows it under Settings, Access.");

    /// <summary>May the token go there? Only the tenant's own scheme, host and port.</summary>
    public bool Covers(Uri uri) =>
        uri.Scheme == Origin.Scheme && uri.Port == Origin.Port
        && string.Equals(uri.IdnHost, Origin.IdnHost, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Origin.Authority;

    private static bool IsBare(Uri uri) =>
        uri.AbsolutePath is "/" or "/api/v1" or "/api/v1/" && uri.Query.Length == 0 && uri.UserInfo.Length == 0;

    private static bool IsLoopbackAddress(Uri uri) =>
        uri.Host == "localhost"
        || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static Uri Root(Uri uri) => new(uri.GetLeftPart(UriPartial.Authority) + "/");

    [GeneratedRegex(
        @"^[a-z0-9]([a-z0-9-]*[a-z0-9])?\.api\.(eu\.)?(kandji\.io|iru\.com)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex TenantHost();
}
