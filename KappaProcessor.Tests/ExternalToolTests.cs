using Kappa.Tests.Support;

namespace Kappa.Tests;

internal sealed class ExternalToolTests
{
    [TestCase("")]
    [TestCase("two words")]
    [TestCase("$(touch /tmp/x); `id` | cat > y && z")]
    [TestCase("\"quotes\" and 'apostrophes' and \\ and \\\"")]
    [TestCase("ends in a backslash\\")]
    [TestCase("a\nb\tc")]
    [TestCase("Grüße 🦊")]
    public async Task An_argument_arrives_as_it_is(string argument)
    {
        var result = await new ExternalTool("/usr/bin/printf").RunAsync(
            ["<%s>", argument], CancellationToken.None);

        Assert.That(result.Output, Is.EqualTo($"<{argument}>"));
    }

    [Test]
    public async Task Standard_input_arrives_as_it_is()
    {
        var input = string.Concat(Enumerable.Repeat("Grüße 🦊\n", 50_000));

        var result = await new ExternalTool("/bin/cat").RunAsync([], input, CancellationToken.None);

        Assert.That(result.Output, Is.EqualTo(input));
    }

    [Test]
    public async Task A_program_that_does_not_read_its_input_is_no_trouble()
    {
        var result = await new ExternalTool("/usr/bin/env").RunAsync(
            ["true"], new string('x', 500_000), CancellationToken.None);

        Assert.That(result.Succeeded, Is.True);
    }

    [Test]
    public async Task The_exit_code_and_both_outputs_come_back()
    {
        var result = await new ExternalTool("/bin/cat").RunAsync(["/nowhere/at/all"], CancellationToken.None);

        Assert.That((result.ExitCode, result.Output), Is.EqualTo((1, "")));
        Assert.That(result.Complaint, Does.Contain("/nowhere/at/all"));
    }

    [Test]
    public async Task A_variable_is_added_or_taken_away()
    {
        var tool = new ExternalTool("/usr/bin/env")
        {
            Environment = new Dictionary<string, string?> { ["KAPPA_TEST"] = "a b", ["HOME"] = null },
        };

        var result = await tool.RunAsync([], CancellationToken.None);

        Assert.That(result.Output.Split('\n'), Does.Contain("KAPPA_TEST=a b").And.None.StartsWith("HOME="));
    }

    [Test]
    public async Task A_program_that_is_not_there_is_an_error()
    {
        var problem = await Thrown.ByAsync<KappaException>(
            () => new ExternalTool("/nowhere/tool").RunAsync([], CancellationToken.None));

        Assert.That(
            problem.What, Does.StartWith("/nowhere/tool cannot be started: ").And.Contain("No such file"));
    }

    [Test]
    public async Task A_file_that_may_not_be_executed_is_an_error()
    {
        using var folder = new TempFolder();
        var tool = new ExternalTool(folder.Write("tool", "#!/bin/sh\n"));

        var problem = await Thrown.ByAsync<KappaException>(() => tool.RunAsync([], CancellationToken.None));

        Assert.That(problem.What, Does.StartWith($"{folder["tool"]} cannot be started: "));
    }

    [Test]
    public async Task A_program_that_hangs_is_ended_and_an_error()
    {
        var clock = new LimitClock();
        var tool = new ExternalTool("/bin/sleep") { Clock = clock, TimeLimit = TimeSpan.FromMinutes(2) };

        var running = Thrown.ByAsync<KappaException>(() => tool.RunAsync(["1000"], CancellationToken.None));
        clock.ExpireLimits();
        var problem = await running;

        Assert.That(problem.What, Is.EqualTo("/bin/sleep was stopped: it had not ended after 120 seconds."));
    }

    [Test]
    public async Task Ctrl_C_ends_the_program_and_is_no_error_of_it()
    {
        using var stop = new CancellationTokenSource();

        var running = new ExternalTool("/bin/sleep").RunAsync(["1000"], stop.Token);
        await stop.CancelAsync();

        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task What_is_written_is_handed_over_line_by_line()
    {
        var lines = new List<string>();

        var result = await new ExternalTool("/usr/bin/printf").ReadLinesAsync(
            ["a\nGrüße\n\nc"], lines.Add, CancellationToken.None);

        Assert.That((result.Succeeded, result.Output), Is.EqualTo((true, "")));
        Assert.That(lines, Is.EqualTo(new[] { "a", "Grüße", "", "c" }));
    }

    [Test]
    public async Task A_handler_that_throws_ends_the_program()
    {
        var problem = await Thrown.ByAsync<KappaException>(() => new ExternalTool("/usr/bin/yes").ReadLinesAsync(
            [], _ => throw new KappaException("Enough.", "Stop."), CancellationToken.None));

        Assert.That(problem.What, Is.EqualTo("Enough."));
    }

    [Test]
    public async Task What_is_written_is_copied_byte_by_byte()
    {
        using var folder = new TempFolder();
        var bytes = Enumerable.Range(0, 500_000).Select(number => (byte)(number * 7)).ToArray();
        using var copy = new MemoryStream();

        var result = await new ExternalTool("/bin/cat").CopyAsync(
            [folder.Write("a", bytes)], copy, bytes.Length, CancellationToken.None);

        Assert.That((result.Succeeded, result.IsCut), Is.EqualTo((true, false)));
        Assert.That(copy.ToArray(), Is.EqualTo(bytes));
    }

    [Test]
    public async Task A_program_that_writes_more_than_is_wanted_is_ended()
    {
        using var copy = new MemoryStream();

        var result = await new ExternalTool("/usr/bin/yes").CopyAsync([], copy, 100_001, CancellationToken.None);

        Assert.That((result.Succeeded, result.IsCut, copy.Length), Is.EqualTo((false, true, 100_001L)));
    }

    [Test]
    public async Task Of_many_complaints_the_beginning_is_kept()
    {
        using var copy = new MemoryStream();

        var result = await new ExternalTool("/bin/sh").CopyAsync(
            ["-c", "echo >&2; echo first >&2; yes | head -n 200000 >&2; exit 3"], copy, 9, CancellationToken.None);

        Assert.That((result.ExitCode, result.Complaint), Is.EqualTo((3, "first")));
        Assert.That(result.Error, Has.Length.LessThan(70_000));
    }

    [Test]
    public async Task Ctrl_C_ends_a_program_that_is_being_read()
    {
        using var stop = new CancellationTokenSource();

        var running = new ExternalTool("/bin/sleep").CopyAsync(["1000"], Stream.Null, 9, stop.Token);
        await stop.CancelAsync();

        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
    }
}
