using Kappa.Tenant.Models;

namespace Kappa.Tests.Tenant.Models;

internal sealed class TenantAddressTests
{
    [TestCase("acme.api.kandji.io", "https://acme.api.kandji.io/api/v1/")]
    [TestCase("https://acme.api.eu.kandji.io/", "https://acme.api.eu.kandji.io/api/v1/")]
    [TestCase("ACME.api.iru.com", "https://acme.api.iru.com/api/v1/")]
    [TestCase(" acme-2.api.eu.iru.com ", "https://acme-2.api.eu.iru.com/api/v1/")]
    [TestCase("https://acme.api.kandji.io/api/v1", "https://acme.api.kandji.io/api/v1/")]
    [TestCase("http://127.0.0.1:8080", "http://127.0.0.1:8080/api/v1/")]
    [TestCase("http://localhost:8080/", "http://localhost:8080/api/v1/")]
    [TestCase("http://[::1]:8080/", "http://[::1]:8080/api/v1/")]
    public void Accepts_the_addresses_a_tenant_can_have(string text, string root) =>
        Assert.That(TenantAddress.Parse(text).ApiRoot.AbsoluteUri, Is.EqualTo(root));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("TENANT.api.kandji.io")]
    [TestCase("http://acme.api.kandji.io", TestName = "Plain http across a network")]
    [TestCase("http://10.0.0.5:8080", TestName = "Plain http to another machine")]
    [TestCase("http://127.0.0.1.evil.example", TestName = "A name that only starts like loopback")]
    [TestCase("https://acme.api.kandji.io.evil.example")]
    [TestCase("https://evil.example/acme.api.kandji.io")]
    [TestCase("https://user:pass@acme.api.kandji.io")]
    [TestCase("https://acme.api.kandji.io:8443")]
    [TestCase("https://acme.api.kandji.io/?next=evil")]
    [TestCase("acme.kandji.io")]
    [TestCase("ftp://127.0.0.1")]
    public void Refuses_everything_else(string? text) => Assert.That(TenantAddress.TryParse(text), Is.Null);

    [TestCase("acme.api.kandji.io", "https://acme.kandji.io/")]
    [TestCase("acme.api.eu.kandji.io", "https://acme.eu.kandji.io/")]
    [TestCase("acme.api.iru.com", "https://acme.iru.com/")]
    [TestCase("acme.api.eu.iru.com", "https://acme.iru.com/", TestName = "The console of an EU tenant on iru.com has no eu")]
    [TestCase("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    public void Knows_where_the_console_is(string text, string console) =>
        Assert.That(TenantAddress.Parse(text).ConsoleRoot.AbsoluteUri, Is.EqualTo(console));

    [TestCase("acme.api.eu.kandji.io", "https://acme.gateway.eu.kandji.io/main-backend/app/v1/company/auth-migration-status")]
    [TestCase("acme.api.iru.com", null)]
    [TestCase("http://127.0.0.1:8080", null)]
    public void Knows_where_to_ask_whether_the_console_has_moved(string text, string? url) =>
        Assert.That(TenantAddress.Parse(text).MigrationStatus?.AbsoluteUri, Is.EqualTo(url));

    [TestCase("https://acme.api.kandji.io/api/v1/library", true)]
    [TestCase("https://ACME.api.kandji.io/", true)]
    [TestCase("http://acme.api.kandji.io/", false)]
    [TestCase("https://acme.api.kandji.io:444/", false)]
    [TestCase("https://other.api.kandji.io/", false)]
    public void Covers_only_its_own_scheme_host_and_port(string uri, bool covered) =>
        Assert.That(TenantAddress.Parse("acme.api.kandji.io").Covers(new Uri(uri)), Is.EqualTo(covered));

    [TestCase("http://127.0.0.1:8080")]
    [TestCase("http://127.0.0.2:8080")]
    [TestCase("http://localhost:8080")]
    [TestCase("http://[::1]:8080")]
    [TestCase("https://localhost")]
    public void Knows_its_own_machine(string text) =>
        Assert.That(TenantAddress.Parse(text).IsLoopback, Is.True);
}
