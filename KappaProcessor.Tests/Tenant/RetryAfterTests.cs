using Kappa.Tenant;
using Kappa.Tests.Support;

namespace Kappa.Tests.Tenant;

internal sealed class RetryAfterTests
{
    [TestCase("7", 7)]
    [TestCase(" 120 ", 120)]
    [TestCase("Thu, 15 Jan 2026 12:00:30 GMT", 30)]
    [TestCase("Thursday, 15-Jan-26 12:01:00 GMT", 60, TestName = "A date as in RFC 850")]
    [TestCase("Thu Jan 15 12:00:05 2026", 5, TestName = "A date as C's asctime writes it")]
    public void Is_seconds_or_a_date(string header, int seconds) =>
        Assert.That(RetryAfter.TryParse(header, Some.Noon), Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("soon")]
    [TestCase("-5")]
    [TestCase("0", TestName = "No wait at all")]
    [TestCase("1.5")]
    [TestCase("99999999999999999999", TestName = "More seconds than there are")]
    [TestCase("Thu, 15 Jan 2026 11:59:00 GMT", TestName = "A moment that has passed")]
    public void Anything_else_is_no_wish(string? header) =>
        Assert.That(RetryAfter.TryParse(header, Some.Noon), Is.Null);
}
