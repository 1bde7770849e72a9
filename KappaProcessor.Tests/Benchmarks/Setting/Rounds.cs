namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>
/// Contenders that run by turns, in every other round the other way about: what else the machine does, and what
/// one leaves in its caches, befalls all of them.
/// </summary>
internal static class Rounds
{
    public static async Task<IReadOnlyList<BestRun>> PlayAsync(
        int rounds, params IReadOnlyList<Func<Task<MeasuredProcess>>> contenders)
    {
        var runs = contenders.Select(_ => new List<MeasuredProcess>()).ToList();
        for (var round = 0; round < rounds; round++)
        {
            var order = Enumerable.Range(0, contenders.Count);
            foreach (var contender in round % 2 == 0 ? order : order.Reverse())
            {
                runs[contender].Add(await contenders[contender]());
            }
        }

        return [.. runs.Select(BestRun.Of)];
    }

    /// <summary>The same for programs that need nothing done before each run.</summary>
    public static Task<IReadOnlyList<BestRun>> PlayAsync(
        int rounds, params IReadOnlyList<MeasuredCommand> commands) => PlayAsync(
            rounds, [.. commands.Select<MeasuredCommand, Func<Task<MeasuredProcess>>>(
                command => () => Task.FromResult(command.RunWell()))]);
}
