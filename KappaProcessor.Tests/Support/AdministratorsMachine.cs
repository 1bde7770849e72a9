using System.Net;
using System.Net.Sockets;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Kappa.Sandbox;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Support;

/// <summary>
/// A machine on which somebody types what a page says: a fresh clone as the working folder, a home with AutoPkg's
/// folders, a few installers, and a PATH with the built executable. Whatever address is configured, it is the sandbox
/// that is talked to. AutoPkg is the real one where AUTOPKG names it. dotnet, defaults, launchctl and systemctl are
/// stand-ins; a test cannot start itself, nor change the machine that it runs on.
/// </summary>
internal sealed class AdministratorsMachine : IAsyncDisposable
{
    public const string Token = "rehearsal";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TempFolder folder = new();
    private readonly ScriptedServer homebrew = new();

    private AdministratorsMachine(SandboxServer sandbox) => Sandbox = sandbox;

    public SandboxServer Sandbox { get; }

    public string Clone => folder["clone"];

    public string Home => folder["home"];

    /// <summary>Without a configuration, and without AutoPkg knowing of Kappa.</summary>
    public static async Task<AdministratorsMachine> StartAsync()
    {
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Token = Token }, TimeProvider.System, CancellationToken.None);
        var machine = new AdministratorsMachine(sandbox);
        machine.CopyClone();
        machine.PlaceInstallers();
        var python = await Python.RequireAsync();
        machine.PlaceAutoPkg(python);
        machine.PlacePrograms(python);
        return machine;
    }

    /// <summary>The step is where AutoPkg looks.</summary>
    public AdministratorsMachine WithShimInAutoPkg()
    {
        var preferences = JObject.Parse(File.ReadAllText(Preferences));
        ((JArray)preferences["RECIPE_SEARCH_DIRS"]!).Add(Path.Combine(Clone, "shim"));
        File.WriteAllText(Preferences, preferences.ToString());
        return this;
    }

    /// <summary>The folder of KAPPA, with a configuration and a map that have been in use.</summary>
    public AdministratorsMachine WithKappaOfOld(string place = "Library/AutoPkg/KAPPA")
    {
        Write($"home/{place}/KAPPA.py", "# KAPPA 1.0.4\n");
        Write($"home/{place}/config.json",
            """
            {
              "kandji": { "api_url": "acme.api.kandji.io", "token_name": "KANDJI_TOKEN" },
              "li_enforcement": { "type": "install_once", "delays": { "prod": 5, "test": 0 } },
              "slack": { "enabled": false, "webhook_name": "SLACK_TOKEN" },
              "token_keystore": { "environment": true, "keychain": false },
              "use_recipe_map": true,
              "zz_defaults": { "auto_create_app": true, "self_service_category": "Apps" }
            }
            """);
        Write($"home/{place}/recipe_map.json", """{ "Firefox.pkg": { "prod_name": "Firefox of the map" } }""");
        return this;
    }

    public string Write(string name, string text) => folder.Write(name, text);

    /// <summary>As <c>bash</c> runs it, in the clone.</summary>
    public async Task<BufferedCommandResult> TypeAsync(string script)
    {
        using var patience = new CancellationTokenSource(Patience);
        var port = FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture);
        return await Cli.Wrap("bash")
            .WithArguments(["--norc", folder.Write("typed", Ending + script.Replace("8080", port, StringComparison.Ordinal))])
            .WithWorkingDirectory(Clone)
            .WithEnvironmentVariables(Variables())
            .WithStandardInputPipe(PipeSource.Null)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await homebrew.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>What was started in the background ends with the shell.</summary>
    private const string Ending = "trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n";

    private string Preferences => folder["home/.config/Autopkg/config.json"];

    private Dictionary<string, string?> Variables()
    {
        var own = new[]
        {
            "AUTOPKG", "KANDJI_API_URL", "IRU_API_URL", "KAPPA_CONFIG", "KAPPA_EXECUTABLE", "KAPPA_RELEASES",
            "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME",
        };
        return new Dictionary<string, string?>(own.Select(name => KeyValuePair.Create<string, string?>(name, null)))
        {
            ["HOME"] = Home,
            ["PATH"] = $"{folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}",
            ["KANDJI_TOKEN"] = Token,
            ["KAPPA_CASK_API"] = new Uri(homebrew.Root, "api/").AbsoluteUri,
            ["PYTHONDONTWRITEBYTECODE"] = "1",
            ["NO_PROXY"] = "127.0.0.1",
        };
    }

    private void CopyClone()
    {
        foreach (var file in new[] { "shim", "recipes" }
            .SelectMany(part => Directory.EnumerateFiles(SourceTree.At(part)))
            .Append(SourceTree.At("Directory.Build.props")))
        {
            var name = Path.GetRelativePath(SourceTree.Root, file);
            folder.Write($"clone/{name}", File.ReadAllBytes(file));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(folder[$"clone/{name}"], File.GetUnixFileMode(file));
            }
        }

        Directory.CreateDirectory(folder["clone/KappaProcessor"]);
        File.Delete(folder["clone/shim/config.json"]);
        File.Delete(folder["clone/shim/recipe_map.json"]);
    }

    private void PlaceInstallers()
    {
        folder.Write("clone/Firefox-128.0.pkg", UploadRun.PackageBytes("Firefox", "128.0"));
        folder.Write("clone/Teapot-1.0.pkg", UploadRun.PackageBytes());
        folder.Write("home/Downloads/Firefox-128.0.pkg", UploadRun.PackageBytes("Firefox", "128.0"));
        foreach (var (token, app) in new[] { ("firefox", "Firefox"), ("zed", "Zed") })
        {
            var package = UploadRun.PackageBytes(app, "2.0");
            var cask = JObject.Parse(Some.CaskJson("teapot"));
            cask["token"] = token;
            cask["url"] = new Uri(homebrew.Root, $"{app}-2.0.pkg").AbsoluteUri;
            cask["sha256"] = InstallRun.Checksum(package);
            homebrew.Add(ServerReply.Json(200, cask.ToString()), ServerReply.File(200, package));
        }
    }

    private void PlaceAutoPkg(string python)
    {
        var repository = folder["home/Library/AutoPkg/RecipeRepos/com.github.autopkg.recipes"];
        Directory.CreateDirectory(folder["home/Library/AutoPkg/RecipeOverrides"]);
        foreach (var parent in ExampleRecipe.All.Append(new ExampleRecipe("Figma.pkg", "com.example.pkg.Figma", "Figma")))
        {
            Write(
                $"{repository}/{parent.InputName}/{parent.Parent}.recipe",
                RealAutoPkg.Plist(
                    $"""
                    <key>Description</key><string>Copies a package.</string>
                    <key>Identifier</key><string>{parent.Identifier}</string>
                    <key>Input</key><dict><key>NAME</key><string>{parent.InputName}</string></dict>
                    <key>MinimumVersion</key><string>2.7</string>
                    <key>Process</key>
                    <array>
                      <dict>
                        <key>Processor</key><string>PkgCopier</string>
                        <key>Arguments</key>
                        <dict><key>source_pkg</key><string>{folder["clone/Firefox-128.0.pkg"]}</string></dict>
                      </dict>
                    </array>
                    """));
        }

        Write("home/.config/Autopkg/config.json", new JObject
        {
            ["RECIPE_SEARCH_DIRS"] = new JArray(".", folder["home/Library/AutoPkg/Recipes"], repository),
        }.ToString());
        var real = Environment.GetEnvironmentVariable("AUTOPKG");
        Program("autopkg", string.IsNullOrEmpty(real)
            ? $"exec '{python}' '{Path.Combine(StandIn.Library, "autopkg.py")}' \"$@\""
            : $"""
              case $1 in repo-add | repo-update) exit 0 ;; esac
              exec /usr/bin/python3 '{real}' "$@"
              """);
    }

    /// <summary>What is typed when a page says <c>kappa setup</c> and leaves the rest to the dialog.</summary>
    private (string Seen, string Typed)[] Answers =>
    [
        ("API URL", $"{Sandbox.Origin}\r"), ("is kept", "file\r"), ("Name of the API token", "\r"),
        ("not shown", $"{Token}\r"), ("installed", "install_once\r"), ("Name of new apps", "\r"),
        ("category of new apps", "\r"), ("category of new test apps", "\r"), ("Look for", "\r"),
        ("recipe_map.json", "\r"), ("package_map.json", "\r"), ("Slack channel", "\r"),
    ];

    private void PlacePrograms(string python)
    {
        var typist = SourceTree.At("KappaProcessor.Tests", "Support", "typist.py");
        var answers = Write("answers.json", new JArray(
            Answers.Select(answer => new JArray(answer.Seen, answer.Typed))).ToString());
        var kappa = Program(
            "kappa",
            $"""
            case "$KANDJI_API_URL" in http://*) ;; *) export KANDJI_API_URL={Sandbox.Origin} ;; esac
            if [ "$*" = setup ]; then
                exec '{python}' '{typist}' '{BuiltExecutable.Path}' setup <'{answers}'
            fi
            exec '{BuiltExecutable.Path}' "$@"
            """);
        Program(
            "dotnet",
            $$"""
            case $1 in
                run) shift 4 && exec '{{kappa}}' "$@" ;;
                test) exit 0 ;;
            esac
            for argument in "$@"; do
                case $argument in -p:PublishDir=*) folder=${argument#-p:PublishDir=} ;; esac
            done
            mkdir -p "$folder" && cp '{{kappa}}' "$folder"
            """);
        Program("defaults", $"shift 4 && exec '{folder["bin/add_search_dirs"]}' \"$@\"");
        Program(
            "add_search_dirs",
            $"""
            exec python3 -c '
            import json, sys
            preferences = json.load(open(sys.argv[1]))
            preferences["RECIPE_SEARCH_DIRS"].extend(sys.argv[2:])
            json.dump(preferences, open(sys.argv[1], "w"))' '{Preferences}' "$@"
            """);
        foreach (var name in new[] { "launchctl", "systemctl" })
        {
            File.CreateSymbolicLink(
                folder[$"bin/{name}"], Path.Combine(AppContext.BaseDirectory, "Fixtures", "casks", "scheduler"));
        }
    }

    private string Program(string name, string shellScript)
    {
        var path = folder.Write($"bin/{name}", $"#!/bin/sh\n{shellScript}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
