using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kappa.Secrets;
using Kappa.Tenant;
using Kappa.Tenant.Models;
using Newtonsoft.Json.Linq;
using NLog;

namespace Kappa.Tests.Support;

internal static partial class Some
{
    public const string Token = "0f4c1e5a-token-of-a-test";

    public static string UserAgent { get; } =
        $"Kappa/{typeof(RestTenant).Assembly.GetName().Version!.ToString(3)}";

    public static RestTenant RestTenant(
        ScriptedServer server,
        TimeProvider? clock = null,
        TimeSpan? processingTimeout = null,
        ILogger? log = null) => new(
            TenantAccess(server.Address, processingTimeout), clock ?? new SkippingClock(), log ?? NoLog());

    public static TenantAccess TenantAccess(TenantAddress? address = null, TimeSpan? processingTimeout = null) => new(
        address ?? TenantAddress.Parse("http://127.0.0.1:1"),
        new Secret(Token),
        processingTimeout ?? TimeSpan.FromMinutes(15));

    /// <summary>A row of a table of replies, with the name that the test's own ends in.</summary>
    public static TestCaseData Case(ServerReply reply, string name) => new(reply) { TestName = $"{{m}}({name})" };

    public static ILogger NoLog() => new LogFactory().CreateNullLogger();

    public static CustomAppFields AppFields(string name = "Firefox") => new()
    {
        Name = name,
        FileKey = "companies/acme/Firefox_0f04055b.pkg",
        InstallType = "package",
        Enforcement = Enforcement.InstallOnce,
    };

    public static string AppJson(string id = "a1", string name = "Firefox") => new JObject
    {
        ["id"] = id,
        ["name"] = name,
        ["file_key"] = "companies/acme/Firefox_0f04055b.pkg",
        ["install_type"] = "package",
        ["install_enforcement"] = "install_once",
        ["created_at"] = "2024-01-20T20:07:53.612150Z",
    }.ToString();

    public static ServerReply AppReply(int status = 200, string id = "a1") =>
        ServerReply.Json(status, AppJson(id));

    public static string PageJson(string? next, int count, params string[] entries) => new JObject
    {
        ["count"] = count,
        ["next"] = next,
        ["previous"] = null,
        ["results"] = new JArray(entries.Select(JObject.Parse)),
    }.ToString();

    public static ServerReply EmptyPage { get; } = ServerReply.Json(200, PageJson(null, 0));

    public static ServerReply StillProcessing(params string[] headers) =>
        ServerReply.Json(503, """{"detail": "The upload is still being processed."}""", headers);

    public static UploadTicket UploadTicket(Uri storage, params (string Name, string Value)[] fields) => new(
        storage,
        [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))],
        "companies/acme/Firefox_0f04055b.pkg");

    /// <summary>An authority of the test's own, and a certificate by it for 127.0.0.1 and a tenant's host.</summary>
    public static (string AuthorityPem, X509Certificate2 Certificate) VouchedCertificate(string host)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Authority of a test", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = authority.CreateSelfSigned(Noon.AddYears(-1), Noon.AddYears(20));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(root, Noon.AddYears(-1), Noon.AddYears(20), [1, 2, 3]);
        return (root.ExportCertificatePem(), signed.CopyWithPrivateKey(key));
    }

    /// <summary>For 127.0.0.1, and by nobody a system trusts.</summary>
    public static X509Certificate2 SelfSignedCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(Noon.AddYears(-1), Noon.AddYears(20));
    }
}
