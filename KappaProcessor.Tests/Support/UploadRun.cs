using System.Text;
using Kappa.Commands;
using Kappa.Sandbox;
using Kappa.Tenant.Models;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Support;

/// <summary>
/// A <c>kappa upload</c> against a sandbox tenant over a real socket; folder, tenant and environment are this test's
/// own.
/// </summary>
internal sealed class UploadRun : IAsyncDisposable
{
    public const string Token = "sandbox-token-77ab21";

    private readonly Dictionary<string, string?> variables = [];
    private readonly TimeProvider clock;

    private UploadRun(SandboxServer sandbox, TimeProvider clock)
    {
        (Sandbox, this.clock) = (sandbox, clock);
        variables["KANDJI_API_URL"] = sandbox.Origin.AbsoluteUri;
        variables["KANDJI_TOKEN"] = Token;
        variables["ENV_KEYSTORE"] = "1";
        variables["HOME"] = Folder.Path;
        variables["PATH"] = Environment.GetEnvironmentVariable("PATH");
    }

    public SandboxServer Sandbox { get; }

    public TempFolder Folder { get; } = new();

    /// <summary>Told of every request before it is answered.</summary>
    public Action<LoggedRequest>? Watching { get; set; }

    /// <summary>Ctrl-C.</summary>
    public CancellationToken Cancel { get; set; }

    /// <summary>Of the process's environment.</summary>
    public IReadOnlyDictionary<string, string?> Variables => variables;

    /// <summary>Columns of the terminal; 0 for none.</summary>
    public int Width { get; set; }

    public bool IsMac { get; set; }

    public bool IsRoot { get; set; }

    public static async Task<UploadRun> StartAsync(SandboxOptions? options = null, TimeProvider? clock = null)
    {
        clock ??= new SkippingClock();
        UploadRun? run = null;
        options = (options ?? new SandboxOptions()) with
        {
            Token = Token,
            Watch = request => run?.Watching?.Invoke(request),
        };
        run = new UploadRun(await SandboxServer.StartAsync(options, clock, CancellationToken.None), clock);
        return run;
    }

    /// <summary>A tenant that has seen an upload of Teapot 1.0 by that command line.</summary>
    public static async Task<(UploadRun Run, KappaRun Result)> OfTeapotAsync(params string[] arguments)
    {
        var run = await StartAsync();
        return (run, await run.GoAsync([run.Package("Teapot-1.0.pkg"), .. arguments]));
    }

    /// <summary>The path of a package of that name, with an application in it.</summary>
    public string Package(string file, string app = "Teapot", string version = "1.0") =>
        Folder.Write(file, PackageBytes(app, version));

    public static byte[] PackageBytes(string app = "Teapot", string version = "1.0")
    {
        using var package = new MemoryStream();
        SamplePackage.Write(package, new SampleApplication(app, $"org.example.{app.ToLowerInvariant()}", version));
        return package.ToArray();
    }

    public UploadRun WithConfig(string json)
    {
        Folder.Write("config.json", json);
        return this;
    }

    public UploadRun WithMap(string json)
    {
        Folder.Write("package_map.json", json);
        return WithConfig("""{ "token_keystore": { "environment": true }, "use_package_map": true }""");
    }

    public UploadRun WithVariable(string name, string? value)
    {
        variables[name] = value;
        return this;
    }

    public CustomApp App(string name) => Sandbox.Tenant.App(name);

    public IReadOnlyList<string> AppNames => [.. Sandbox.Tenant.Apps.Select(app => app.Name)];

    public int Count(SandboxStep step) => Sandbox.Requests.Count(request => request.Step == step);

    public async Task<JArray> JsonAsync(params string[] arguments) =>
        JArray.Parse((await GoAsync([.. arguments, "--json"])).Output);

    public Task<KappaRun> GoAsync(params string[] arguments) => RunAsync(["upload", .. arguments]);

    /// <summary>Any command line.</summary>
    public async Task<KappaRun> RunAsync(params string[] arguments)
    {
        using var output = new MemoryStream();
        await using var errors = new StringWriter { NewLine = "\n" };
        var host = new ProcessHost
        {
            Clock = clock,
            Variable = name => variables.GetValueOrDefault(name),
            Input = Stream.Null,
            Output = output,
            Error = errors,
            ErrorWidth = () => Width,
            ExecutableFolder = Folder.Path,
            IsMac = IsMac,
            IsRoot = IsRoot,
        };
        var code = await CommandLine.RunAsync(arguments, host, Cancel);
        return new KappaRun((int)code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        Folder.Dispose();
    }
}
