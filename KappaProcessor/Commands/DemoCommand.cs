using System.Net;
using System.Text;
using Claunia.PropertyList;
using Kappa.Sandbox;

namespace Kappa.Commands;

/// <summary>
/// The whole job, told to a newcomer: a small package, a sandbox tenant on a free port, and the AutoPkg step
/// four times. Leaves nothing behind.
/// </summary>
internal sealed class DemoCommand(ProcessHost host)
{
    private const string Token = "demo-token";

    private const string Configuration =
        """{ "li_enforcement": { "type": "audit_enforce", "delays": { "prod": 5, "test": 0 } } }""";

    public async Task<ExitCode> RunAsync(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("kappa-demo-");
        try
        {
            await using var sandbox = await SandboxServer.StartAsync(
                new SandboxOptions { Token = Token, ProcessingTime = TimeSpan.FromSeconds(1) }, host.Clock, cancel);
            return await TellAsync(folder.FullName, sandbox, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<ExitCode> TellAsync(string folder, SandboxServer sandbox, CancellationToken cancel)
    {
        await using var story = new StreamWriter(host.Output, leaveOpen: true) { AutoFlush = true };
        await File.WriteAllTextAsync(Path.Combine(folder, "config.json"), Configuration, cancel);
        var first = WritePackage(folder, "1.0");
        var second = WritePackage(folder, "1.1");
        await story.WriteLineAsync(
            $"""
            An AutoPkg recipe has built {Path.GetFileName(first)}. Its last step is io.kandji.kappa/KAPPA, which is this program.
            The tenant is a sandbox at {sandbox.Origin}; nothing leaves this machine.

            The recipe wants two Custom Apps from one package:
              Teapot            enforced on every Mac by an audit script, five days after a version appears
              Teapot (Testing)  offered to testers in Self Service, in the category Utilities

            """);

        Scene[] scenes =
        [
            new("Dry run: what would happen?", first, DryRun: true),
            new("The first run creates both.", first),
            new("The next night AutoPkg runs again, and nothing has changed: one list, no upload.", first),
            new("A new version: both get it, and the enforcement clock starts for 1.1.", second),
        ];
        foreach (var (scene, number) in scenes.Select((scene, index) => (scene, index + 1)))
        {
            await story.WriteLineAsync($"{number}. {scene.Title}");
            if (await PlayAsync(scene, sandbox, story, cancel) is var code and not ExitCode.Done)
            {
                return code;
            }
        }

        await story.WriteLineAsync(
            """
            That is all. Next: README.md, "The first ten minutes", or `kappa sandbox` to rehearse your own recipes without an account.
            """);
        return ExitCode.Done;
    }

    private async Task<ExitCode> PlayAsync(
        Scene scene, SandboxServer sandbox, TextWriter story, CancellationToken cancel)
    {
        var before = sandbox.Requests.Count;
        var log = new StringWriter();
        using var results = new MemoryStream();
        var stage = host with
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(RecipeEnvironment(scene).ToXmlPropertyList())),
            Output = results,
            Error = log,
            Variable = name => name switch
            {
                "KANDJI_API_URL" => sandbox.Origin.AbsoluteUri,
                "KANDJI_TOKEN" => Token,
                "ENV_KEYSTORE" => "1",
                "HOME" => Path.GetDirectoryName(scene.Package),
                _ => null,
            },
            ExecutableFolder = Path.GetDirectoryName(scene.Package)!,
        };

        var code = await new ProcessCommand(stage).RunAsync(new ProcessOptions(null, LogFormat.Plain), cancel);

        foreach (var line in log.ToString().TrimEnd().Split('\n'))
        {
            await story.WriteLineAsync($"   | {line}");
        }

        await story.WriteLineAsync($"   The tenant now: {Apps(sandbox)}");
        await story.WriteLineAsync($"   Requests: {Requests(sandbox, before)}");
        await story.WriteLineAsync();
        return code;
    }

    private static string WritePackage(string folder, string version)
    {
        var path = Path.Combine(folder, $"Teapot-{version}.pkg");
        using var file = File.Create(path);
        SamplePackage.Write(file, new SampleApplication("Teapot", "org.example.teapot", version));
        return path;
    }

    private static NSDictionary RecipeEnvironment(Scene scene)
    {
        var environment = new NSDictionary
        {
            { "NAME", new NSString("Teapot") },
            { "RECIPE_PATH", new NSString("Teapot.kandji.recipe") },
            { "pkg_path", new NSString(scene.Package) },
            { "prod_name", new NSString("Teapot") },
            { "test_name", new NSString("Teapot (Testing)") },
            { "test_category", new NSString("Utilities") },
            { "dry_run", new NSNumber(scene.DryRun) },
            { "verbose", new NSNumber(1) },
        };
        return environment;
    }

    private static string Apps(SandboxServer sandbox) => sandbox.Tenant.Apps.Count == 0
        ? "no Custom Apps"
        : string.Join("; ", sandbox.Tenant.Apps.Select(app => $"{app.Name} ← {app.FileName}"));

    private static string Requests(SandboxServer sandbox, int before) => string.Join(", ", sandbox.Requests
        .Skip(before)
        .Select(request => $"{request.Method} {request.Path}" + (request.Status == HttpStatusCode.ServiceUnavailable
            ? " (answer: the upload is still being processed)"
            : ""))
        .CountBy(line => line)
        .Select(line => line.Value == 1 ? line.Key : $"{line.Value} × {line.Key}"));

    private sealed record Scene(string Title, string Package, bool DryRun = false);
}
