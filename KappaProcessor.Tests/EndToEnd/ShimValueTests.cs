using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

internal sealed class ShimValueTests
{
    [TestCase("None", "\"dropped\"", TestName = "None is dropped")]
    [TestCase("[None, {'a': None, 'b': 1}]", """[{"b":1}]""", TestName = "None is dropped at every depth")]
    [TestCase(
        "[True, 1, 1.5, 'é', b'']", """[true,1,1.5,"é","b''"]""",
        TestName = "A plist's own values stay")]
    [TestCase("('a', 'b')", """["a","b"]""")]
    [TestCase("{'a'}", """["a"]""", TestName = "A set is an array")]
    [TestCase("{1: 'one'}", """{"1":"one"}""", TestName = "Keys are text")]
    [TestCase("2**63 - 1", "9223372036854775807")]
    [TestCase("2**63", "\"9223372036854775808\"", TestName = "A number of more than 64 bits is text")]
    [TestCase("-2**63 - 1", "\"-9223372036854775809\"")]
    [TestCase("float('nan')", "\"nan\"")]
    [TestCase(
        "__import__('pathlib').Path('/tmp/a')", "\"/tmp/a\"",
        TestName = "An object is what it says of itself")]
    [TestCase(
        "__import__('datetime').date(2026, 1, 15)", "\"2026-01-15\"",
        TestName = "YAML's dates are text")]
    [TestCase(
        @"'\0a\x1bb\tc\ud800\uffff🚀'", "\"\ufffda\ufffdb\\tc\ufffd\ufffd🚀\"",
        TestName = "What XML has no place for is replaced")]
    [TestCase(@"{'a\0b': 1}", "{\"a\ufffdb\":1}", TestName = "What XML has no place for is replaced in keys")]
    public async Task The_executable_gets_what_a_plist_can_hold_of_a_value(string value, string expected)
    {
        using var shim = new ShimUnderTest("note(read_request().get('x', 'dropped')); answer({})");

        var run = await shim.RunAsync($"env = {{'NAME': 'Firefox', 'x': {value}}}");

        Assert.That(run.Note, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_time_is_sent_in_UTC()
    {
        using var shim = new ShimUnderTest("note(str(read_request()['x'])); answer({})");

        var run = await shim.RunAsync(
            """
            from datetime import datetime, timedelta, timezone
            env = {'NAME': 'Firefox', 'x': datetime(2026, 1, 15, 12, tzinfo=timezone(timedelta(hours=2)))}
            """);

        Assert.That(run.Note, Is.EqualTo("\"2026-01-15 10:00:00\""));
    }

    [Test]
    public async Task AutoPkgs_own_environment_keeps_its_values()
    {
        using var shim = new ShimUnderTest("answer({})");

        var run = await shim.RunAsync("env = {'NAME': 'Firefox', 'nothing': None, 'some': {1}}");

        Assert.That(run.Environment, Is.EqualTo("""{"NAME":"Firefox","nothing":null,"some":"{1}"}"""));
    }
}
