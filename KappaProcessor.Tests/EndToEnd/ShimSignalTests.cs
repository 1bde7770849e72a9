using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>
/// The stand-in signals AutoPkg itself and then waits to be told in turn, so that no test depends on who is
/// faster.
/// </summary>
internal sealed class ShimSignalTests
{
    private const int EndedBySigint = 128 + 2;
    private const int EndedBySigterm = 128 + 15;

    [TestCase("SIGTERM", EndedBySigterm)]
    [TestCase("SIGINT", EndedBySigint)]
    public async Task A_signal_that_ends_AutoPkg_ends_the_executable_first(string signal, int exitCode)
    {
        using var shim = new ShimUnderTest(
            $"""
            hold_back(signal.SIGTERM)
            tell_autopkg(signal.{signal})
            wait_for(signal.SIGTERM)
            note('told to end')
            """);

        var run = await shim.RunAsync();

        Assert.That(run.Note, Is.EqualTo("\"told to end\""));
        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
    }

    [Test]
    public async Task What_an_interrupted_executable_still_says_is_printed_even_without_v()
    {
        using var shim = new ShimUnderTest(
            """
            hold_back(signal.SIGTERM)
            tell_autopkg(signal.SIGTERM)
            wait_for(signal.SIGTERM)
            log('E', 'Interrupted. Firefox was created, Pilot was not.')
            sys.exit(130)
            """);

        var run = await shim.RunAsync("env = {'NAME': 'Firefox'}");

        Assert.That(run.Output, Is.EqualTo("KAPPA: Interrupted. Firefox was created, Pilot was not.\n"));
    }

    [Test]
    public async Task An_executable_that_does_not_end_when_told_to_is_killed()
    {
        using var shim = new ShimUnderTest(
            """
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            tell_autopkg(signal.SIGTERM)
            wait_for(signal.SIGUSR1)
            """);

        var run = await shim.RunAsync("shim.GRACE_SECONDS = 0; env = {'NAME': 'Firefox'}");

        Assert.That(run.ExitCode, Is.EqualTo(EndedBySigterm));
    }

    [Test]
    public async Task One_who_interrupts_twice_does_not_wait_for_the_executable_to_end_by_itself()
    {
        using var shim = new ShimUnderTest(
            """
            hold_back(signal.SIGTERM)
            tell_autopkg(signal.SIGINT)
            wait_for(signal.SIGTERM)
            tell_autopkg(signal.SIGINT)
            wait_for(signal.SIGUSR1)
            """);

        var run = await shim.RunAsync("shim.GRACE_SECONDS = 3600; env = {'NAME': 'Firefox'}");

        Assert.That(run.ExitCode, Is.EqualTo(EndedBySigint));
    }

    [Test]
    public async Task A_signal_that_comes_before_the_executable_runs_ends_it_as_soon_as_it_does()
    {
        using var shim = new ShimUnderTest("wait_for(signal.SIGUSR1)");

        var run = await shim.RunAsync(
            """
            start = shim.start

            def interrupted_start(executable):
                shim.signal.raise_signal(shim.signal.SIGTERM)
                return start(executable)

            shim.start = interrupted_start
            env = {'NAME': 'Firefox'}
            """);

        Assert.That(run.ExitCode, Is.EqualTo(EndedBySigterm));
    }

    [Test]
    public async Task An_exception_while_the_executable_runs_ends_it()
    {
        using var shim = new ShimUnderTest(
            """
            hold_back(signal.SIGTERM)
            log('1', 'working')
            wait_for(signal.SIGTERM)
            note('told to end')
            """);

        var run = await shim.RunAsync(
            """
            env = {'NAME': 'Firefox', 'verbose': 1}

            def heard(_):
                raise SystemExit(3)
            """);

        Assert.That(run.Note, Is.EqualTo("\"told to end\""));
        Assert.That(run.ExitCode, Is.EqualTo(3));
    }

    [Test]
    public async Task A_handler_that_was_there_before_is_asked_once_the_executable_has_ended()
    {
        using var shim = new ShimUnderTest(
            """
            hold_back(signal.SIGTERM)
            tell_autopkg(signal.SIGTERM)
            wait_for(signal.SIGTERM)
            sys.exit(130)
            """);

        var run = await shim.RunAsync(
            """
            env = {'NAME': 'Firefox'}
            shim.signal.signal(shim.signal.SIGTERM, lambda *_: env.update(asked=True))
            """);

        Assert.That(run.Environment, Does.Contain("\"asked\":true"));
        Assert.That(run.Error, Does.EndWith("was interrupted. Run the recipe again."));
    }

    [Test]
    public async Task A_signal_that_AutoPkg_ignores_stays_ignored()
    {
        using var shim = new ShimUnderTest("tell_autopkg(signal.SIGINT); answer({'kappa_changed': True})");

        var run = await shim.RunAsync(
            """
            shim.signal.signal(shim.signal.SIGINT, shim.signal.SIG_IGN)
            env = {'NAME': 'Firefox'}
            """);

        Assert.That(run.Environment, Does.Contain("\"kappa_changed\":true"));
    }

    [Test]
    public async Task Signals_are_AutoPkgs_own_again_afterwards()
    {
        using var shim = new ShimUnderTest("answer({})");

        var run = await shim.RunAsync(
            """
            class Environment(dict):
                def update(self, results):
                    super().update(results, signals=[
                        shim.signal.getsignal(shim.signal.SIGTERM) == shim.signal.SIG_DFL,
                        shim.signal.getsignal(shim.signal.SIGINT) == shim.signal.default_int_handler,
                    ])

            env = Environment(NAME='Firefox')
            """);

        Assert.That(run.Environment, Does.Contain("\"signals\":[true,true]"));
    }
}
