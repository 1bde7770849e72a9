namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>Requests that a sandbox answered, each as <c>METHOD /path?query</c>.</summary>
internal sealed record Journal(IReadOnlyList<string> Requests)
{
    private const string Api = " /api/v1/";

    /// <summary>What counts against Kandji's limit: an upload goes to the storage host and does not.</summary>
    public int Calls => Requests.Count(request => request.Contains(Api, StringComparison.Ordinal));

    public int Lists => Requests.Count(
        request => request.Split('?')[0] == $"GET{Api}library/custom-apps");

    public int Uploads => Requests.Count(
        request => request.StartsWith("POST /storage/", StringComparison.Ordinal));

    /// <summary>From the lines of the sandbox's output; those of its welcome are no requests.</summary>
    public static Journal Parse(IEnumerable<string> lines) => new(
        [.. lines.Select(line => line.Split(' '))
            .Where(words => words is [_, "GET" or "POST" or "PATCH", ['/', ..], ..])
            .Select(words => $"{words[1]} {words[2]}")]);

    /// <exception cref="MeasurementException">A run uploaded where it was not meant to, or did not.</exception>
    public Journal RequireUploads(int wanted) => Uploads == wanted
        ? this
        : throw new MeasurementException(
            $"{wanted} uploads were expected: {string.Join(", ", Requests)}");
}
