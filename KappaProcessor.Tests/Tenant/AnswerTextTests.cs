using Kappa.Tenant;

namespace Kappa.Tests.Tenant;

internal sealed class AnswerTextTests
{
    [TestCase("", "", TestName = "Nothing")]
    [TestCase(" \r\n ", "", TestName = "White space")]
    [TestCase("""{"detail": "Not found."}""", "Not found.")]
    [TestCase("""{"detail": ["One.", "Two."]}""", "detail: One. Two.")]
    [TestCase("""{"message": "Rate limited", "code": 7}""", "Rate limited")]
    [TestCase("""{"error": "invalid", "error_description": "The token is old"}""", "The token is old")]
    [TestCase("""{"name": ["Too long.", "Taken."], "restart": ["Not a boolean."]}""", "name: Too long. Taken.; restart: Not a boolean.")]
    [TestCase("""{"non_field_errors": ["No such file."]}""", "No such file.")]
    [TestCase("""{"app": {"name": ["Taken."]}}""", "app: name: Taken.")]
    [TestCase("""["One", "Two"]""", "One Two")]
    [TestCase("\"Library Item already exists on Blueprint\"", "Library Item already exists on Blueprint")]
    [TestCase("""{"when": "2024-01-20T20:07:48Z", "n": 1.5, "null": null}""", "when: 2024-01-20T20:07:48Z; n: 1.5; null:", TestName = "A date stays as it was written")]
    [TestCase("""{"detail": "cut off""", """{"detail": "cut off""", TestName = "JSON that is cut off is plain text")]
    [TestCase("<Error><Code>AccessDenied</Code><Message>Policy expired.</Message><HostId>x</HostId></Error>", "AccessDenied: Policy expired.")]
    [TestCase("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>SlowDown</Code></Error>", "SlowDown")]
    [TestCase("<html><head><title>T</title><style>p{}</style></head><body><h1>Bad&nbsp;Gateway</h1>\n<p>nginx &amp; co</p></body></html>", "Bad Gateway nginx & co")]
    [TestCase("<html><head><title>Blocked by policy</title></head><body></body></html>", "Blocked by policy", TestName = "A page with a title alone")]
    [TestCase("<HTML><SCRIPT>alert(1)</SCRIPT>Sign in</HTML>", "Sign in", TestName = "Capitals, and a script")]
    [TestCase("upstream connect error", "upstream connect error")]
    [TestCase("line one\nline\ttwo\u001b[31m", "line one line two [31m", TestName = "Control characters do not reach the terminal")]
    [TestCase("🦊 took it", "🦊 took it")]
    public void The_part_that_helps_a_person(string body, string useful) =>
        Assert.That(AnswerText.UsefulPart(body), Is.EqualTo(useful));

    [Test]
    public void A_long_text_is_cut()
    {
        var useful = AnswerText.UsefulPart(new string('x', 5000));

        Assert.That(useful, Is.EqualTo(new string('x', 300) + "…"));
    }

    [Test]
    public void A_long_text_is_not_cut_through_an_emoji()
    {
        var useful = AnswerText.UsefulPart(new string('x', 299) + "🦊 and more");

        Assert.That(useful, Is.EqualTo(new string('x', 299) + "…"));
    }

    [TestCase("<!--", TestName = "Comments that never end")]
    [TestCase("<script", TestName = "Scripts that never end")]
    [TestCase("[", TestName = "Lists in lists without end")]
    [TestCase("{\"a\":", TestName = "Objects in objects without end")]
    [TestCase("<a><b>", TestName = "Elements that never end")]
    public void A_hostile_body_is_read_in_no_time(string piece)
    {
        var body = string.Concat(Enumerable.Repeat(piece, 1_000_000));

        var useful = AnswerText.UsefulPart(body);

        Assert.That(useful, Has.Length.LessThanOrEqualTo(301));
    }

    [Test]
    public void The_rest_of_an_S3_error_is_not_shown()
    {
        var useful = AnswerText.UsefulPart(
            "<Error><Code>SignatureDoesNotMatch</Code><Message>It does not match</Message>"
            + "<StringToSign>eyJleHBpcmF0aW9uIjo</StringToSign><SignatureProvided>0f4c</SignatureProvided>"
            + "</Error>");

        Assert.That(useful, Is.EqualTo("SignatureDoesNotMatch: It does not match"));
    }

    [Test]
    public void An_XML_entity_of_a_stranger_is_not_resolved()
    {
        var useful = AnswerText.UsefulPart(
            "<!DOCTYPE Error [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Error><Code>&x;</Code></Error>");

        Assert.That(useful, Does.Not.Contain("root"));
    }
}
