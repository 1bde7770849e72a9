using System.Text.RegularExpressions;
using Kappa.Sandbox.Wire;

namespace Kappa.Sandbox;

/// <summary>
/// One method of one path. <c>{id}</c> in it stands for a part between slashes, <c>{rest}</c> for all that
/// follows.
/// </summary>
internal sealed class SandboxRoute(string method, string path, SandboxStep? step, SandboxHandler serve)
{
    private readonly Regex form = new(
        '^' + path.Replace("{id}", "(?<id>[^/]+)", StringComparison.Ordinal)
            .Replace("{rest}", "(?<id>.+)", StringComparison.Ordinal) + @"\z",
        RegexOptions.CultureInvariant);

    public string Method => method;

    public SandboxStep? Step => step;

    public bool IsExactly(string asked) => path == asked;

    public bool Matches(string asked) => form.IsMatch(asked);

    public Task<SandboxAnswer> ServeAsync(SandboxRequest request, CancellationToken cancel) =>
        serve(request, form.Match(request.Path).Groups["id"].Value, cancel);
}
