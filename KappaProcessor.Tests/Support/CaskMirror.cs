using System.Security.Cryptography;
using System.Text;
using Kappa.Installers.Casks;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Support;

/// <summary>
/// Homebrew's API and the vendors of all casks as one scripted server on loopback, and a source that asks it.
/// </summary>
internal sealed class CaskMirror : IAsyncDisposable
{
    /// <summary>What a package looks like from afar.</summary>
    public const string Package = "xar! and what else is in a package";

    private readonly TempFolder cache = new();
    private readonly WebCaskSource source;

    public CaskMirror(TimeProvider? clock = null)
    {
        Clock = clock ?? new SkippingClock();
        source = new WebCaskSource(
            new CaskWeb(new Uri(Server.Root, "api/"), cache["casks"], CaskProcessor.Arm), Clock, Log.Log);
    }

    public ScriptedServer Server { get; } = new();

    public TimeProvider Clock { get; }

    public CapturedLog Log { get; } = new();

    public string Cache => cache["casks"];

    public List<TransferProgress> Progress { get; } = [];

    /// <summary>The requests for files, in order.</summary>
    public IReadOnlyList<RecordedRequest> Downloads =>
        [.. Server.Requests.Where(request => !request.Line.Contains("/api/", StringComparison.Ordinal))];

    /// <summary>Answers a question for a cask.</summary>
    /// <param name="content">Whose checksum the cask states; null is no_check.</param>
    /// <param name="path">Of the download on the server.</param>
    /// <param name="version">Of the cask.</param>
    /// <param name="token">Of the cask.</param>
    public CaskMirror Describes(
        string? content = Package, string path = "Teapot-1.2.pkg", string version = "1.2", string token = "teapot")
    {
        var cask = JObject.Parse(Some.CaskJson("teapot"));
        cask["token"] = token;
        cask["version"] = version;
        cask["url"] = new Uri(Server.Root, path).AbsoluteUri;
        cask["sha256"] = content is null ? "no_check" : Sha256(content);
        Server.Add(ServerReply.Json(200, cask.ToString()));
        return this;
    }

    public CaskMirror Answers(params ServerReply[] replies)
    {
        Server.Add(replies);
        return this;
    }

    public Task<FetchedCask> FetchAsync(string token = "teapot", CancellationToken cancel = default) =>
        source.FetchAsync(token, new Reported(Progress), cancel);

    public Task<KappaException> RefusalAsync(string token = "teapot") =>
        Thrown.ByAsync<KappaException>(() => FetchAsync(token));

    public static string Sha256(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    public async ValueTask DisposeAsync()
    {
        source.Dispose();
        await Server.DisposeAsync();
        Log.Dispose();
        cache.Dispose();
    }

    /// <summary><see cref="Progress{T}"/> would report from other threads, later.</summary>
    private sealed class Reported(List<TransferProgress> reports) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => reports.Add(value);
    }
}
