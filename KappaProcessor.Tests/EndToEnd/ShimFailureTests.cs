using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

internal sealed class ShimFailureTests
{
    [Test]
    public async Task The_last_errors_of_the_log_are_the_reason()
    {
        using var shim = new ShimUnderTest(
            """
            log('1', 'Firefox: looking for the app')
            log('E', 'The tenant refused the token.')
            log('E', 'Make a new one: kappa setup.')
            sys.exit(10)
            """);

        var run = await shim.RunAsync();

        Assert.That(run.Error, Is.EqualTo("The tenant refused the token.\nMake a new one: kappa setup."));
        Assert.That(run.Output, Is.EqualTo("KAPPA: Firefox: looking for the app\n"));
    }

    [Test]
    public async Task An_error_that_was_not_the_last_word_is_printed_even_without_v()
    {
        using var shim = new ShimUnderTest(
            """
            log('E', 'Test: two apps have the name.')
            log('1', 'Firefox: created')
            log('E', 'One of two apps failed.')
            sys.exit(10)
            """);

        var run = await shim.RunAsync("env = {'NAME': 'Firefox'}");

        Assert.That(run.Error, Is.EqualTo("One of two apps failed."));
        Assert.That(run.Output, Is.EqualTo("KAPPA: Test: two apps have the name.\n"));
    }

    [Test]
    public async Task An_error_of_a_run_that_went_well_is_printed_even_without_v()
    {
        using var shim = new ShimUnderTest("log('E', 'Slack was not told.'); answer({})");

        var run = await shim.RunAsync("env = {'NAME': 'Firefox'}");

        Assert.That(run.Error, Is.Null);
        Assert.That(run.Output, Is.EqualTo("KAPPA: Slack was not told.\n"));
    }

    [Test]
    public async Task What_was_done_before_a_failure_joins_the_environment()
    {
        using var shim = new ShimUnderTest(
            "answer({'kandji_custom_app_id': '1234'}); log('E', 'The test app failed.'); sys.exit(10)");

        var run = await shim.RunAsync();

        Assert.That(run.Error, Is.EqualTo("The test app failed."));
        Assert.That(run.Environment, Does.Contain("\"kandji_custom_app_id\":\"1234\""));
    }

    [TestCase("print('no plist')")]
    [TestCase("pass", TestName = "Nothing at all is no result")]
    [TestCase("answer(['an array'])")]
    [TestCase("answer({'kappa_changed': True}); print('and more')")]
    [TestCase("print('<plist version=\"1.0\"><dict><key>a</key><date>never</date></dict></plist>')")]
    [TestCase("sys.stdout.buffer.write(plistlib.dumps({'kappa_changed': True}, fmt=plistlib.FMT_BINARY))")]
    public async Task An_answer_that_is_no_result_is_an_error_that_keeps_it_to_itself(string program)
    {
        using var shim = new ShimUnderTest(program);

        var run = await shim.RunAsync("env = {'NAME': 'Firefox'}");

        Assert.That(run.Error, Is.EqualTo(
            $"{shim["shim/bin/kappa"]} ended well, but its answer is not the result of a run. "
            + "See with --version whether it is Kappa and of this release."));
        Assert.That(run.Environment, Is.EqualTo("""{"NAME":"Firefox"}"""));
    }

    [TestCase("sys.exit(1)", "failed with exit code 1. See with --version")]
    [TestCase("sys.exit(130)", "was interrupted. Run the recipe again.")]
    [TestCase("os.kill(os.getpid(), signal.SIGKILL)", "was killed. macOS does that to a file whose")]
    [TestCase("os.kill(os.getpid(), signal.SIGABRT)", "was ended by signal 6 (Aborted)")]
    [TestCase(
        "sys.exit(128 + 11)", "was ended by signal 11 (Segmentation fault)",
        TestName = "A wrapper's exit code tells the signal as well")]
    public async Task An_end_without_a_reason_is_told_for_what_it_is(string program, string ending)
    {
        using var shim = new ShimUnderTest(program);

        var run = await shim.RunAsync();

        Assert.That(run.Error, Does.StartWith($"{shim["shim/bin/kappa"]} {ending}"));
    }

    [Test]
    public async Task What_the_runtime_said_before_a_crash_is_told_without_its_stack()
    {
        using var shim = new ShimUnderTest(
            """
            print('Unhandled exception. System.IO.IOException: No space left on device', file=sys.stderr)
            print('   at System.IO.RandomAccess.WriteAtOffset()', file=sys.stderr)
            sys.exit(134)
            """);

        var run = await shim.RunAsync();

        Assert.That(run.Error, Does.StartWith(
            "Unhandled exception. System.IO.IOException: No space left on device\n"
            + $"{shim["shim/bin/kappa"]} was ended by signal 6"));
    }

    [Test]
    public async Task A_reason_stays_the_reason_when_the_executable_is_killed_after_it()
    {
        using var shim = new ShimUnderTest(
            """
            log('E', 'The disk is full.')
            os.kill(os.getpid(), signal.SIGKILL)
            """);

        var run = await shim.RunAsync();

        Assert.That(run.Error, Does.StartWith($"The disk is full.\n{shim["shim/bin/kappa"]} was killed."));
    }

    [Test]
    public async Task A_reason_has_nothing_in_it_that_AutoPkgs_report_cannot_hold()
    {
        using var shim = new ShimUnderTest("log('E', 'Fire\\x00fox \\x1b[31m'); sys.exit(10)");

        var run = await shim.RunAsync();

        Assert.That(run.Error, Is.EqualTo("Fire\ufffdfox \ufffd[31m"));
    }
}
