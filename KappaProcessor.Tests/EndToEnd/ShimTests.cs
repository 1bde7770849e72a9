using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

internal sealed class ShimTests
{
    [Test]
    public async Task The_executable_gets_the_verb_and_no_value_of_the_environment_as_arguments()
    {
        using var shim = new ShimUnderTest("note(sys.argv[1:]); answer({})");

        var run = await shim.RunAsync("env = {'NAME': 'Firefox', 'KANDJI_TOKEN': 'secret'}");

        Assert.That(run.Note, Is.EqualTo("""["process","--log-levels"]"""));
    }

    [Test]
    public async Task The_executable_gets_the_whole_environment_on_stdin()
    {
        using var shim = new ShimUnderTest("note(read_request()); answer({})");

        var run = await shim.RunAsync(
            "env = {'NAME': 'Firefox', 'custom_app': {'prod_name': 'Näme; $(x)'}, 'x': 1}");

        Assert.That(run.Note, Is.EqualTo(
            """{"NAME":"Firefox","custom_app":{"prod_name":"Näme; $(x)"},"x":1}"""));
    }

    [Test]
    public async Task The_executable_is_told_the_folder_of_the_shim_and_keeps_AutoPkgs_process_environment()
    {
        using var shim = new ShimUnderTest(
            "note([os.environ['KAPPA_SHIM_FOLDER'], os.environ['KANDJI_TOKEN']]); answer({})")
        {
            Variables = { ["KANDJI_TOKEN"] = "secret" },
        };

        var run = await shim.RunAsync();

        Assert.That(run.Note, Is.EqualTo($"[\"{shim["shim"]}\",\"secret\"]"));
    }

    [Test]
    public async Task Results_join_the_environment()
    {
        using var shim = new ShimUnderTest(
            "answer({'kappa_changed': True, 'kappa_results': [{'variant': 'prod'}]})");

        var run = await shim.RunAsync("env = {'NAME': 'Firefox'}");

        Assert.That(run.Error, Is.Null);
        Assert.That(run.Environment, Is.EqualTo(
            """{"NAME":"Firefox","kappa_changed":true,"kappa_results":[{"variant":"prod"}]}"""));
    }

    [Test]
    public async Task Results_of_an_earlier_step_are_neither_sent_nor_kept()
    {
        using var shim = new ShimUnderTest("note(read_request()); answer({'kappa_changed': False})");

        var run = await shim.RunAsync(
            """
            env = {'NAME': 'Firefox', **{name: 'old' for name in shim.KAPPA.output_variables}}
            """);

        Assert.That(run.Note, Is.EqualTo("""{"NAME":"Firefox"}"""));
        Assert.That(run.Environment, Is.EqualTo("""{"NAME":"Firefox","kappa_changed":false}"""));
    }

    [TestCase(0, "")]
    [TestCase(1, "KAPPA: decided\n")]
    [TestCase(2, "KAPPA: decided\nKAPPA: because\n")]
    [TestCase(3, "KAPPA: decided\nKAPPA: because\nKAPPA: detail\n")]
    public async Task Log_lines_are_printed_at_the_verbosity_they_name(int verbose, string printed)
    {
        using var shim = new ShimUnderTest(
            "log('1', 'decided'); log('2', 'because'); log('3', 'detail'); answer({})");

        var run = await shim.RunAsync($"env = {{'NAME': 'Firefox', 'verbose': {verbose}}}");

        Assert.That(run.Output, Is.EqualTo(printed));
    }

    [Test]
    public async Task A_log_line_is_out_while_the_executable_still_works()
    {
        using var shim = new ShimUnderTest(
            """
            os.mkfifo(HERE / 'heard')
            log('1', 'uploading')
            (HERE / 'heard').read_text()  # returns only when the test has opened the other end
            answer({})
            """);

        var run = await shim.RunAsync(heard: _ => shim.OpenFifo("shim/bin/heard"));

        Assert.That(run.Error, Is.Null);
    }

    [Test]
    public async Task A_log_line_that_stdout_cannot_write_is_spelt_out()
    {
        using var shim = new ShimUnderTest("log('1', 'Näme 🚀 and \\x1b[31mred'); answer({})")
        {
            Variables = { ["PYTHONIOENCODING"] = "ascii" },
        };

        var run = await shim.RunAsync();

        Assert.That(run.Output, Is.EqualTo("KAPPA: N\\xe4me \\U0001f680 and \\ufffd[31mred\n"));
    }

    [Test]
    public async Task A_line_without_a_level_is_printed_like_a_decision()
    {
        using var shim = new ShimUnderTest("print('from the runtime', file=sys.stderr); answer({})");

        var run = await shim.RunAsync();

        Assert.That(run.Output, Is.EqualTo("KAPPA: from the runtime\n"));
    }

    [Test]
    public async Task Megabytes_in_and_out_at_once_do_not_block_each_other()
    {
        using var shim = new ShimUnderTest(
            """
            for number in range(1_000):
                log('3', f'{number:02000}')
            answer({'kappa_results': ['x' * 4_000_000]})
            note(len(read_request()['big']))
            """);

        var run = await shim.RunAsync("env = {'NAME': 'Firefox', 'verbose': 3, 'big': 'x' * 4_000_000}");

        Assert.That(run.Error, Is.Null);
        Assert.That(run.Note, Is.EqualTo("4000000"));
    }

    [Test]
    public async Task An_executable_that_answers_without_reading_its_input_has_answered()
    {
        using var shim = new ShimUnderTest("sys.stdin.close(); answer({'kappa_changed': False})");

        var run = await shim.RunAsync("env = {'NAME': 'Firefox', 'big': 'x' * 4_000_000}");

        Assert.That(run.Error, Is.Null);
    }

    [Test]
    public async Task A_name_is_required()
    {
        using var shim = new ShimUnderTest("answer({})");

        var run = await shim.RunAsync("env = {}");

        Assert.That(run.Error, Is.EqualTo("KAPPA requires NAME"));
    }

    [Test]
    public async Task Works_in_a_thread_that_may_not_handle_signals()
    {
        using var shim = new ShimUnderTest("answer({'kappa_changed': True})");

        var run = await shim.RunAsync("env = {'NAME': 'Firefox'}; in_thread = True");

        Assert.That(run.Environment, Does.Contain("\"kappa_changed\":true"));
    }
}
