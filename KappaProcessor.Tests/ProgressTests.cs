using Kappa.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Kappa.Tests;

internal sealed class ProgressTests
{
    private const string Deed = "Uploading Firefox.pkg";

    private readonly FakeTimeProvider clock = new(Some.Noon);
    private readonly StringWriter terminal = new();

    [TestCase(200)]
    [TestCase(80)]
    [TestCase(60)]
    [TestCase(30)]
    [TestCase(2)]
    public void A_bar_fits_its_terminal(int width)
    {
        var rate = Rate((0, 0), (3, 150_000_000));

        var text = ProgressText.Bar(Progress(150_000_000), rate, width, hasColors: false);

        Assert.That(text, Has.Length.LessThan(width));
    }

    [Test]
    public void A_bar_tells_bytes_speed_and_time_left()
    {
        var rate = Rate((0, 0), (3, 150_000_000));

        Assert.That(
            ProgressText.Bar(Progress(150_000_000), rate, 100, hasColors: false),
            Is.EqualTo("Uploading Firefox.pkg ━━━━━━━━━━━━━─────────────  50 %, 150.0 MB of 300.0 MB, 50.0 MB/s, 0:03 left"));
    }

    [Test]
    public void Speed_is_that_of_the_last_seconds()
    {
        var rate = Rate((0, 0), (10, 100_000_000), (11, 101_000_000), (12, 102_000_000), (15, 105_000_000));

        Assert.That(rate.Speed, Is.EqualTo(1_000_000));
        Assert.That(rate.TimeLeft(Progress(105_000_000)), Is.EqualTo(TimeSpan.FromSeconds(195)));
    }

    [TestCase(4, "0:04")]
    [TestCase(600, "10:00")]
    [TestCase(7384, "2:03:04")]
    public void A_time_reads_like_a_clock(int seconds, string text) =>
        Assert.That(ProgressText.Duration(TimeSpan.FromSeconds(seconds)), Is.EqualTo(text));

    [Test]
    public void What_the_terminal_shows_never_mixes_with_the_bar()
    {
        using var bar = Bar();
        bar.Report(Progress(10_000_000));
        bar.Lines.WriteLine("A line.");

        var shown = terminal.ToString().Split("\r\u001B[K");

        Assert.That(shown, Has.Length.EqualTo(3));
        Assert.That(shown[2], Is.EqualTo($"A line.\n{shown[1]}"));
    }

    [Test]
    public void A_bar_that_is_done_leaves_nothing_behind()
    {
        using var bar = Bar();
        bar.Report(Progress(10_000_000));
        bar.Report(Progress(300_000_000));

        Assert.That(terminal.ToString(), Does.EndWith("\r\u001B[K"));
    }

    [Test]
    public void A_bar_is_drawn_ten_times_a_second_at_most()
    {
        using var bar = Bar();
        for (var done = 0; done < 1000; done++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            bar.Report(Progress(done * 100_000));
        }

        Assert.That(terminal.ToString().Split("\u001B[K"), Has.Length.InRange(9, 12));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Colors_are_left_out_when_nobody_wants_them(bool wanted)
    {
        using var bar = Bar(wanted);
        bar.Report(Progress(150_000_000));

        Assert.That(terminal.ToString().Contains("\u001B[32m", StringComparison.Ordinal), Is.EqualTo(wanted));
    }

    [Test]
    public void A_log_hears_of_what_takes_long_every_half_minute()
    {
        using var log = new CapturedLog();
        var lines = new ProgressLines(clock, log.Log);
        for (var second = 0; second <= 65; second++)
        {
            lines.Report(Progress(second * 1_000_000));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That(log.Lines, Is.EqualTo(
        [
            "Info Uploading Firefox.pkg: 10 %, 30.0 MB of 300.0 MB, 1.0 MB/s, 4:30 left.",
            "Info Uploading Firefox.pkg: 20 %, 60.0 MB of 300.0 MB, 1.0 MB/s, 4:00 left.",
        ]));
    }

    private static TransferProgress Progress(long done) => new(Deed, done, 300_000_000);

    private ProgressBar Bar(bool hasColors = false) =>
        new(Some.Host() with { Clock = clock, Error = terminal, ErrorWidth = () => 100 }, hasColors);

    private TransferRate Rate(params (int Second, long Done)[] reports)
    {
        var rate = new TransferRate(clock, Progress(0));
        var second = 0;
        foreach (var (at, done) in reports)
        {
            clock.Advance(TimeSpan.FromSeconds(at - second));
            second = at;
            rate.Add(Progress(done), clock.GetTimestamp());
        }

        return rate;
    }
}
