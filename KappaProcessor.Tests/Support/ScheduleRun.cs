using System.Text;
using Kappa.Commands;

namespace Kappa.Tests.Support;

/// <summary>
/// A private home and PATH, with stand-ins for <c>launchctl</c>, <c>systemctl</c> and <c>id</c>, in which
/// <c>kappa schedule</c> is run.
/// </summary>
internal sealed class ScheduleRun : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly bool isMac;

    public ScheduleRun(bool isMac)
    {
        this.isMac = isMac;
        Directory.CreateDirectory(folder["bin"]);
        foreach (var name in new[] { "launchctl", "systemctl", "id" })
        {
            File.CreateSymbolicLink(
                folder[$"bin/{name}"], Path.Combine(AppContext.BaseDirectory, "Fixtures", "casks", "scheduler"));
        }

        folder.Write("bin/uid", "501\n");
        folder.Write("app/kappa", "");
        Directory.CreateDirectory(folder["home"]);
    }

    public SkippingClock Clock { get; } = new();

    public string Home => folder["home"];

    public string List => Path.Combine(
        Home, isMac ? "Library/Application Support/Kappa/brew_cron.json" : ".config/kappa/brew_cron.json");

    public string Agent => Path.Combine(Home, "Library/LaunchAgents/io.kandji.kappa.casks.plist");

    public string Timer => Path.Combine(Home, ".config/systemd/user/kappa-casks.timer");

    public string Service => Path.Combine(Home, ".config/systemd/user/kappa-casks.service");

    /// <summary>One a line, and forgotten when read.</summary>
    public string[] TakeCalls()
    {
        var calls = File.Exists(folder["bin/calls"]) ? File.ReadAllLines(folder["bin/calls"]) : [];
        File.Delete(folder["bin/calls"]);
        return [.. calls.Select(Anonymous)];
    }

    /// <summary>A call with that word ends in this complaint.</summary>
    public ScheduleRun Refuses(string word, string complaint)
    {
        folder.Write($"bin/refusal.{word}", $"{complaint}\n");
        return this;
    }

    public void RefusesNoMore(string word) => File.Delete(folder[$"bin/refusal.{word}"]);

    public ScheduleRun IsRoot()
    {
        folder.Write("bin/uid", "0\n");
        return this;
    }

    public string Write(string name, string text) => folder.Write($"home/{name}", text);

    /// <summary>With the home as <c>HOME</c> in what it prints.</summary>
    public async Task<KappaRun> RunAsync(params string[] arguments)
    {
        using var output = new MemoryStream();
        var errors = new StringWriter();
        var host = new ProcessHost
        {
            Clock = Clock,
            Variable = name => name switch
            {
                "HOME" => Home,
                "PATH" => folder["bin"],
                "KANDJI_TOKEN" => "the-secret-token",
                _ => null,
            },
            Input = Stream.Null,
            Output = output,
            Error = errors,
            IsMac = isMac,
            ExecutableFolder = folder["app"],
        };
        var code = await CommandLine.RunAsync(["schedule", .. arguments], host, CancellationToken.None);
        return new KappaRun(
            (int)code, Anonymous(Encoding.UTF8.GetString(output.ToArray())), Anonymous(errors.ToString()));
    }

    public string Read(string path) => Anonymous(File.ReadAllText(path));

    public void Dispose() => folder.Dispose();

    private string Anonymous(string text) => text
        .Replace(Home, "HOME", StringComparison.Ordinal)
        .Replace(folder.Path, "FOLDER", StringComparison.Ordinal);
}
