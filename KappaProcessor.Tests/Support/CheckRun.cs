using System.Runtime.Versioning;
using System.Text;
using Kappa.Checking;
using Kappa.Commands;
using Kappa.Planning;
using Kappa.Sandbox;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Support;

/// <summary>
/// A machine on which nothing is wrong, for <c>kappa check</c>: a sandbox tenant, configuration and maps, a shim, and
/// stand-ins for AutoPkg, brew and 7-Zip on a private PATH.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class CheckRun : IAsyncDisposable
{
    public const string Token = "sandbox-token-77ab21";

    private const string AutoPkg =
        """
        #!/bin/sh
        # Answers from the files beside it: version is what it is, recipe.NAME what it tells of a recipe.
        here=$(dirname "$0")
        case "$1" in
            version) cat "$here/version" ;;
            info) cat "$here/recipe.$(basename "$3")" 2>/dev/null || exit 255 ;;
            *) exit 2 ;;
        esac

        """;

    private readonly Dictionary<string, string?> variables = [];

    private CheckRun(SandboxServer sandbox)
    {
        Sandbox = sandbox;
        Sandbox.Tenant.Add(Some.CustomApp("Firefox"), Some.CustomApp("Firefox (Pilot)"));
        Directory.CreateDirectory(Folder["home"]);
        variables["HOME"] = Folder["home"];
        variables["PATH"] = Folder["bin"];
        variables["KAPPA_CONFIG"] = Folder["config/config.json"];
        variables["KANDJI_TOKEN"] = Token;
        variables["SLACK_TOKEN"] = sandbox.WebhookUrl.AbsoluteUri;
        WriteConfiguration();
        WriteShim();
        Program("bin/autopkg", AutoPkg);
        Program("bin/brew");
        Program("bin/7zz");
        Folder.Write("bin/version", "2.9.1\n");
        Sees(Folder["shim/io.kandji.kappa.recipe"]);
    }

    public TempFolder Folder { get; } = new();

    public SandboxServer Sandbox { get; }

    public KeychainStandIn Keychain { get; } = new();

    public bool IsMac { get; set; }

    public bool IsRoot { get; set; }

    public bool IsTerminal { get; set; }

    public static async Task<CheckRun> StartAsync(params SandboxStep[] forbidden) => new(
        await SandboxServer.StartAsync(
            new SandboxOptions { Token = Token, Forbidden = forbidden }, new SkippingClock(), CancellationToken.None));

    public void Set(string variable, string? value) => variables[variable] = value;

    /// <summary>In a file that is there.</summary>
    public void Replace(string file, string old, string text)
    {
        var before = File.ReadAllText(Folder[file]);
        Assert.That(before, Does.Contain(old));
        Folder.Write(file, before.Replace(old, text, StringComparison.Ordinal));
    }

    public void Delete(string file) => File.Delete(Folder[file]);

    /// <summary>A shell script that does nothing, unless it is told.</summary>
    public string Program(string file, string text = "#!/bin/sh\n")
    {
        var path = Folder.Write(file, text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>AutoPkg finds the identifier in that file.</summary>
    public void Sees(string path, string recipe = "io.kandji.kappa", params string[] parents) => Folder.Write(
        $"bin/recipe.{recipe}",
        $"""
        Description:         Something
        Identifier:          {recipe}
        Recipe file path:    {path}
        {(parents.Length > 0 ? $"Parent recipe(s):    {string.Join("\n                     ", parents)}" : "")}
        Input values:
         'NAME': 'Firefox'

        """);

    /// <summary>A recipe that AutoPkg finds by that name.</summary>
    public void HasRecipe(string name, string input, string steps = "")
    {
        var path = Folder.Write($"recipes/{name}.recipe", RealAutoPkg.Plist(
            $"""
            <key>Identifier</key><string>com.example.{name}</string>
            <key>Input</key><dict><key>NAME</key><string>Firefox</string>{input}</dict>
            <key>Process</key><array>{steps}</array>
            """));
        Sees(path, name);
    }

    public async Task<KappaRun> RunAsync(params string[] arguments)
    {
        using var output = new MemoryStream();
        await using var errors = new StringWriter { NewLine = "\n" };
        var host = new ProcessHost
        {
            Clock = new SkippingClock(),
            Variable = name => variables.GetValueOrDefault(name),
            Input = Stream.Null,
            Output = output,
            Error = errors,
            OutputIsTerminal = IsTerminal,
            ExecutableFolder = Folder["shim/bin"],
            KeychainTool = Keychain.Tool,
            IsMac = IsMac,
            IsRoot = IsRoot,
        };
        var code = await CommandLine.RunAsync(["check", .. arguments], host, CancellationToken.None);
        return new KappaRun((int)code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    public async Task<(int ExitCode, IReadOnlyList<Finding> Findings)> FindAsync(params string[] arguments)
    {
        var run = await RunAsync([.. arguments, "--json"]);
        Assert.That(run.Errors, Is.Empty);
        return (run.ExitCode, [.. JArray.Parse(run.Output).Select(one => new Finding(
            (string)one["check"]!,
            Enum.Parse<CheckStatus>((string)one["status"]!, ignoreCase: true),
            (string)one["message"]!)
        {
            Remedy = (string?)one["remedy"],
        })]);
    }

    /// <summary>What is this test's own, under names that every test has.</summary>
    public string Anonymous(string text) => text
        .Replace(Folder.Path, "FOLDER", StringComparison.Ordinal)
        .Replace(Sandbox.Origin.Authority, "TENANT", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        Keychain.Dispose();
        Folder.Dispose();
    }

    private void WriteConfiguration()
    {
        Folder.Write("config/config.json",
            $$"""
            {
              "kandji": { "api_url": "{{Sandbox.Origin.Authority}}", "token_name": "KANDJI_TOKEN" },
              "slack": { "enabled": true, "webhook_name": "SLACK_TOKEN" },
              "token_keystore": { "environment": true, "keychain": false },
              "use_recipe_map": true,
              "use_package_map": true,
              "audit_script": "audit.zsh",
              "zz_defaults": { "self_service_category": "Apps", "test_self_service_category": "Utilities" }
            }
            """.Replace(Sandbox.Origin.Authority, Sandbox.Origin.AbsoluteUri, StringComparison.Ordinal));
        Folder.Write("config/audit.zsh", AuditScript.BuiltInTemplate);
        Folder.Write("config/recipe_map.json",
            """
            {
              "Firefox.pkg": {
                "prod_name": "Firefox", "test_name": "Firefox (Pilot)", "ss_category": "Productivity",
                "blueprints": ["Standard"]
              }
            }
            """);
        Folder.Write("config/package_map.json",
            """{ "org.mozilla.firefox": { "prod_name": "Firefox", "enforcement_type": "install_once" } }""");
        Folder.Write("config/brew_cron.json", """{ "brew_casks": ["google-chrome"], "every_n_hours": 8 }""");
    }

    private void WriteShim()
    {
        foreach (var file in new[] { "KAPPA.py", "io.kandji.kappa.recipe" })
        {
            Folder.Write($"shim/{file}", File.ReadAllText(SourceTree.At("shim", file)));
        }

        Program("shim/bin/kappa", $"#!/bin/sh\necho {UserAgent.Version}\n");
    }
}
