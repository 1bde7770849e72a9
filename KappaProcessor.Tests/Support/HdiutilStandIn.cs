using Kappa.Installers.Images;

namespace Kappa.Tests.Support;

/// <summary>
/// A private folder with a stand-in for <c>hdiutil</c>, the volume that it mounts, and how it was called.
/// </summary>
internal sealed class HdiutilStandIn : IDisposable
{
    private readonly TempFolder folder = new();

    public HdiutilStandIn()
    {
        File.CreateSymbolicLink(
            folder["hdiutil"], Path.Combine(AppContext.BaseDirectory, "Fixtures", "images", "hdiutil"));
        Directory.CreateDirectory(Volume);
    }

    public Hdiutil Tool => new(new ExternalTool(folder["hdiutil"]));

    public string Volume => folder["volume"];

    /// <summary>One argument a line, all calls one after the other.</summary>
    public IReadOnlyList<string> Arguments =>
        File.Exists(folder["arguments"]) ? File.ReadAllLines(folder["arguments"]) : [];

    public string Input => File.ReadAllText(folder["input"]);

    /// <summary>The folder that was to be mounted in, as hdiutil was told.</summary>
    public string MountRoot => Arguments[Arguments.ToList().IndexOf("-mountrandom") + 1];

    public HdiutilStandIn With(string path, string text)
    {
        folder.Write($"volume/{path}", text);
        return this;
    }

    public HdiutilStandIn With(string path, byte[] bytes)
    {
        folder.Write($"volume/{path}", bytes);
        return this;
    }

    /// <summary>Attaching, or detaching without force, ends in this complaint.</summary>
    public HdiutilStandIn Refuses(string verb, string complaint)
    {
        folder.Write($"refusal.{verb}", $"{complaint}\n");
        return this;
    }

    /// <summary>The image had been mounted before, by somebody else.</summary>
    public HdiutilStandIn IsMountedAt(string path)
    {
        folder.Write("mounted.elsewhere", path);
        return this;
    }

    /// <summary>It mounts the image and does not come back.</summary>
    public HdiutilStandIn Hangs()
    {
        folder.Write("hangs", "");
        return this;
    }

    /// <summary>Waits until it has mounted the image.</summary>
    public async Task MountedAsync()
    {
        while (Arguments.Count < 8 || !Directory.Exists(Path.Combine(MountRoot, "dmg.A1b2C3", "Firefox.app")))
        {
            await Task.Yield();
        }
    }

    public void Dispose() => folder.Dispose();
}
