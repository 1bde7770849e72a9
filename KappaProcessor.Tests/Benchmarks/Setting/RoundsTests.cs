namespace Kappa.Tests.Benchmarks.Setting;

internal sealed class RoundsTests
{
    [Test]
    public async Task Every_other_round_is_played_the_other_way_about()
    {
        var played = "";

        await Rounds.PlayAsync(3, [() => Play("a"), () => Play("b")]);

        Assert.That(played, Is.EqualTo("abbaab"));

        Task<MeasuredProcess> Play(string name)
        {
            played += name;
            return Task.FromResult(Run(seconds: 1));
        }
    }

    [Test]
    public void The_best_run_has_the_shortest_time_and_the_most_memory() =>
        Assert.That(
            BestRun.Of([Run(seconds: 2, memory: 5), Run(seconds: 1, memory: 4)]),
            Is.EqualTo(new BestRun(TimeSpan.FromSeconds(1), 5)));

    private static MeasuredProcess Run(double seconds, long memory = 0) =>
        new(TimeSpan.FromSeconds(seconds), memory) { ExitCode = 0 };
}
