using System.Text;
using Kappa.Commands;
using Kappa.Configuration;
using Kappa.Sandbox;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Support;

/// <summary>A <c>kappa setup</c> with a home, a tenant, a keychain and a person of its own.</summary>
internal sealed class SetupRun : IAsyncDisposable
{
    public const string Token = "sandbox-token-77ab21";

    public const string Webhook = "https://hooks.slack.com/services/T0/B0/secret-path";

    private readonly Dictionary<string, string?> variables = [];

    private SetupRun(SandboxServer sandbox)
    {
        Sandbox = sandbox;
        variables["HOME"] = Folder["home"];
        Directory.CreateDirectory(Folder["home"]);
        Directory.CreateDirectory(Folder["app"]);
    }

    public SandboxServer Sandbox { get; }

    public string Address => Sandbox.Origin.AbsoluteUri;

    public TempFolder Folder { get; } = new();

    public KeychainStandIn Keychain { get; } = new KeychainStandIn().Storing();

    public ScriptedPrompt Person { get; } = new();

    /// <summary>Somebody sits at a terminal.</summary>
    public bool IsAttended { get; set; } = true;

    public string Input { get; set; } = "";

    public bool IsMac { get; set; }

    public bool IsRoot { get; set; }

    public CancellationToken Cancel { get; set; }

    public string UserFolder => Folder[IsMac ? "home/Library/Application Support/Kappa" : "home/.config/kappa"];

    public string ConfigPath => Path.Combine(UserFolder, "config.json");

    public JObject Config => JObject.Parse(File.ReadAllText(ConfigPath));

    public static async Task<SetupRun> StartAsync() => new(await Some.SandboxAsync(new SandboxOptions { Token = Token }));

    /// <summary>With a person who has given the address and the token, and presses Enter at all else.</summary>
    public static async Task<SetupRun> WithPersonAsync()
    {
        var run = await StartAsync();
        run.Person.With("API URL", run.Address).With("API token (", Token);
        return run;
    }

    public SetupRun WithVariable(string name, string? value)
    {
        variables[name] = value;
        return this;
    }

    public SetupRun WithConfig(string json)
    {
        Directory.CreateDirectory(UserFolder);
        File.WriteAllText(ConfigPath, json);
        return this;
    }

    /// <summary>A file in the home.</summary>
    public string Write(string name, string text) => Folder.Write($"home/{name}", text);

    /// <summary>Settings as a run would read them.</summary>
    public ConfigFile Read()
    {
        var problems = new SettingsProblems();
        var config = ConfigFile.Parse(File.ReadAllText(ConfigPath), ConfigPath, problems);
        problems.ThrowIfAny();
        return config;
    }

    public Task<KappaRun> GoAsync(params string[] arguments) => RunAsync(["setup", .. arguments]);

    /// <summary>Nobody is there, and the flags that have to be are.</summary>
    public Task<KappaRun> GoAloneAsync(params string[] arguments)
    {
        Input = $"{Token}\n";
        return GoAsync(["--non-interactive", "--api-url", Address, "--keystore", "file", "--token-stdin", .. arguments]);
    }

    public async Task<KappaRun> RunAsync(params string[] arguments)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(Input));
        await using var errors = new StringWriter { NewLine = "\n" };
        var host = new ProcessHost
        {
            Clock = new SkippingClock(),
            Variable = name => variables.GetValueOrDefault(name),
            Input = input,
            Output = output,
            Error = errors,
            Prompt = IsAttended ? Person : null,
            KeychainTool = Keychain.Tool,
            ExecutableFolder = Folder["app"],
            IsMac = IsMac,
            IsRoot = IsRoot,
        };
        var code = await CommandLine.RunAsync(arguments, host, Cancel);
        return new KappaRun((int)code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        Keychain.Dispose();
        Folder.Dispose();
    }
}
