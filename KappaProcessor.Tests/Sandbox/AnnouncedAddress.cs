using System.Text.RegularExpressions;

namespace Kappa.Tests.Sandbox;

/// <summary>What a command prints; the first address in it can be awaited.</summary>
internal sealed partial class AnnouncedAddress : StringWriter
{
    private readonly TaskCompletionSource<string> url =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string> Url => url.Task;

    public override void Flush()
    {
        if (Address().Match(ToString()) is { Success: true } match)
        {
            url.TrySetResult(match.Value);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
