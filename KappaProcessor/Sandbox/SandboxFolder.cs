using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox;

/// <summary>
/// What a sandbox keeps: <c>tenant.json</c>, <c>requests.log</c> and the uploaded <c>files</c>.
/// One sandbox at a time may use it.
/// </summary>
internal sealed class SandboxFolder : IDisposable
{
    /// <summary>Of 255 bytes that a file system allows; a character of a name takes up to three.</summary>
    private const int LongestFileName = 80;

    private readonly string path;
    private readonly FileStream claim;
    private readonly StreamWriter log;

    private SandboxFolder(string path, FileStream claim)
    {
        (this.path, this.claim) = (path, claim);
        log = new StreamWriter(Path.Combine(path, "requests.log"), append: true) { AutoFlush = true };
    }

    private string StateFile => Path.Combine(path, "tenant.json");

    public static SandboxFolder Open(string path) => FileFault.Naming(path, () =>
    {
        Directory.CreateDirectory(Path.Combine(path, "files"));
        var folder = new SandboxFolder(path, Claim(path));
        foreach (var leftOver in Directory.EnumerateFiles(Path.Combine(path, "files"), "*.part"))
        {
            File.Delete(leftOver);
        }

        return folder;
    });

    /// <summary>What was saved last; null in a new folder.</summary>
    public SandboxState? FindState()
    {
        if (!File.Exists(StateFile))
        {
            return null;
        }

        var bytes = FileFault.Naming(StateFile, () => File.ReadAllBytes(StateFile));
        var json = SandboxJson.TryParse(bytes) as JObject;
        try
        {
            return SandboxState.Parse(json ?? throw Broken("it is not a JSON object", null));
        }
        catch (KappaException fault) when (json is not null)
        {
            throw Broken(fault.What, fault);
        }
    }

    /// <summary>All or nothing, whenever the process or the machine ends.</summary>
    public void Save(SandboxState state) => FileFault.Naming(StateFile, () =>
    {
        var next = StateFile + ".next";
        using (var file = File.Create(next))
        {
            file.Write(Encoding.UTF8.GetBytes(state.ToJson().ToString(Formatting.Indented)));
            file.Flush(flushToDisk: true);
        }

        File.Move(next, StateFile, overwrite: true);
    });

    public void Log(string line) => FileFault.Naming(path, () => log.WriteLine(line));

    /// <summary>
    /// A place for the bytes of an upload; they count once <see cref="SandboxFile.Keep"/> was called.
    /// </summary>
    public SandboxFile CreateFile(string fileKey)
    {
        var name = fileKey[(fileKey.LastIndexOf('/') + 1)..];
        var target = Path.Combine(path, "files", name[Math.Max(0, name.Length - LongestFileName)..]);
        return new SandboxFile(target);
    }

    public void Dispose()
    {
        log.Dispose();
        claim.Dispose();
    }

    private static FileStream Claim(string path)
    {
        try
        {
            return new FileStream(
                Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new KappaException(
                $"Another sandbox uses the folder {path}.", "Stop it first, or name another folder.", fault);
        }
    }

    private KappaException Broken(string why, KappaException? cause) => new(
        $"{StateFile} cannot be understood: {why}",
        "Mend the file, or delete it to begin with a new tenant.",
        cause);
}
