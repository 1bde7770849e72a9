using System.Security.Cryptography;
using System.Text;
using Claunia.PropertyList;
using CliWrap;
using CliWrap.Buffered;
using Kappa.Commands;
using Kappa.Sandbox;
using Kappa.Tenant.Models;

namespace Kappa.Tests.Support;

/// <summary>
/// A recipe's KAPPA step, from the environment's plist to the result's, against a sandbox tenant over a real socket.
/// The installer, the configuration and the tenant are this test's own.
/// </summary>
internal sealed class RecipeRun : IAsyncDisposable
{
    public const string Token = "sandbox-token-5b1f0c";

    private readonly TempFolder folder = new();
    private readonly Dictionary<string, string?> variables = [];

    private readonly TimeProvider time;

    private RecipeRun(SandboxServer sandbox, TimeProvider clock)
    {
        (Sandbox, time) = (sandbox, clock);
        variables["KANDJI_API_URL"] = sandbox.Origin.AbsoluteUri;
        variables["KANDJI_TOKEN"] = Token;
        variables["KAPPA_SHIM_FOLDER"] = folder.Path;
        variables["HOME"] = folder.Path;
        variables["XDG_CACHE_HOME"] = null;
        variables["ENV_KEYSTORE"] = "1";
        this["NAME"] = "Teapot";
        this["RECIPE_PATH"] = folder["Teapot.pkg.recipe"];
        this["verbose"] = 3;
    }

    public SandboxServer Sandbox { get; }

    /// <summary>The clock of run and tenant, unless the test brought its own.</summary>
    public SkippingClock Clock => (SkippingClock)time;

    /// <summary>Told of every request before it is answered, unless the options have somebody else for it.</summary>
    public Action<LoggedRequest>? Watching { get; set; }

    /// <summary>Ctrl-C.</summary>
    public CancellationToken Cancel { get; set; }

    public TempFolder Folder => folder;

    /// <summary>The environment that AutoPkg hands over: text, number, flag, array or dictionary.</summary>
    public Dictionary<string, object> Environment { get; } = [];

    public object this[string variable]
    {
        set => Environment[variable] = value;
    }

    public static async Task<RecipeRun> StartAsync(SandboxOptions? options = null, TimeProvider? clock = null)
    {
        clock ??= new SkippingClock();
        RecipeRun? run = null;
        options = (options ?? new SandboxOptions()) with { Token = Token };
        options = options with { Watch = options.Watch ?? (request => run?.Watching?.Invoke(request)) };
        run = new RecipeRun(await SandboxServer.StartAsync(options, clock, CancellationToken.None), clock);
        return run.Build("1.0");
    }

    /// <summary>The package that the recipe built: pkg_path and version say so from now on.</summary>
    public RecipeRun Build(string version, string name = "Teapot")
    {
        var path = folder[$"{name}-{version}.pkg"];
        using (var file = File.Create(path))
        {
            SamplePackage.Write(file, new SampleApplication(name, $"org.example.{name.ToLowerInvariant()}", version));
        }

        this["pkg_path"] = path;
        return this;
    }

    public RecipeRun With(string variable, object value)
    {
        this[variable] = value;
        return this;
    }

    public RecipeRun WithVariable(string name, string? value)
    {
        variables[name] = value;
        return this;
    }

    public RecipeRun WithConfig(string json)
    {
        folder.Write("config.json", json);
        return this;
    }

    /// <summary>Of the package that the recipe built last; lower-case hex.</summary>
    public string InstallerSha256 =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes((string)Environment["pkg_path"])));

    public CustomApp App(string name) => Sandbox.Tenant.App(name);

    /// <summary>The steps asked of the tenant so far, in order.</summary>
    public IReadOnlyList<SandboxStep> Steps => [.. Sandbox.Requests.Select(request => request.Step!.Value)];

    public async Task<RecipeResult> GoAsync(params string[] arguments)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        var before = Sandbox.Requests.Count;
        var code = await CommandLine.RunAsync(
            ["process", "--log-levels", .. arguments], Host(output, error), Cancel);

        return new RecipeResult(code, output.ToArray(), error.ToString())
        {
            Steps = [.. Steps.Skip(before)],
        };
    }

    /// <summary>The same as a process of its own; <paramref name="heard"/> gets the log, line by line.</summary>
    public CommandTask<BufferedCommandResult> StartExecutable(Action<string>? heard = null) => Cli.Wrap(BuiltExecutable.Path)
        .WithArguments(["process", "--log-levels"])
        .WithStandardErrorPipe(heard is null ? PipeTarget.Null : PipeTarget.ToDelegate(heard))
        .WithWorkingDirectory(folder.Path)
        .WithEnvironmentVariables(variables)
        .WithStandardInputPipe(PipeSource.FromString(EnvironmentPlist()))
        .WithValidation(CommandResultValidation.None)
        .ExecuteBufferedAsync();

    /// <summary>What surrounds the process.</summary>
    public ProcessHost Host(Stream output, TextWriter error) => new()
    {
        Clock = time,
        Variable = name => variables.GetValueOrDefault(name),
        Input = new MemoryStream(Encoding.UTF8.GetBytes(EnvironmentPlist())),
        Output = output,
        Error = error,
        ExecutableFolder = folder.Path,
    };

    public string EnvironmentPlist() => Plist(Environment).ToXmlPropertyList();

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        folder.Dispose();
    }

    private static NSObject Plist(object value) => value switch
    {
        string text => new NSString(text),
        bool flag => new NSNumber(flag),
        int number => new NSNumber(number),
        IEnumerable<string> texts => Array(texts),
        IReadOnlyDictionary<string, object> entries => Dictionary(entries),
        _ => throw new ArgumentException($"No plist for {value.GetType()}.", nameof(value)),
    };

    private static NSArray Array(IEnumerable<string> texts)
    {
        var array = new NSArray();
        foreach (var text in texts)
        {
            array.Add(new NSString(text));
        }

        return array;
    }

    private static NSDictionary Dictionary(IReadOnlyDictionary<string, object> entries)
    {
        var dictionary = new NSDictionary();
        foreach (var (key, value) in entries)
        {
            dictionary.Add(key, Plist(value));
        }

        return dictionary;
    }
}
