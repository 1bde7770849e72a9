using System.Runtime.Versioning;
using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Kappa.Tests.Support;

/// <summary>
/// AutoPkg itself, run from the checkout whose <c>Code/autopkg</c> the variable AUTOPKG names, with preferences,
/// cache and home in a folder of its own. It finds the shim and the example recipes where the sources have them.
/// </summary>
internal sealed class RealAutoPkg : IDisposable
{
    /// <summary>AutoPkg for Mac brings this Python; elsewhere Debian's has what AutoPkg imports.</summary>
    private static readonly string[] Pythons = ["/usr/local/autopkg/python", "/usr/bin/python3"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TempFolder folder = new();

    public RealAutoPkg()
    {
        if (Checkout is null)
        {
            Assert.Ignore("AUTOPKG does not name the Code/autopkg of a checkout of AutoPkg.");
        }

        Directory.CreateDirectory(folder["overrides"]);
        folder.Write("prefs.plist", Plist(
            $"""
            <key>CACHE_DIR</key><string>{folder["cache"]}</string>
            <key>RECIPE_SEARCH_DIRS</key>
            <array>
              <string>{folder["recipes"]}</string>
              <string>{SourceTree.At("shim")}</string>
              <string>{SourceTree.At("recipes")}</string>
            </array>
            <key>RECIPE_OVERRIDE_DIRS</key><array><string>{folder["overrides"]}</string></array>
            """));
    }

    /// <summary>AutoPkg's process environment, on top of that of the tests.</summary>
    public Dictionary<string, string?> Variables { get; } = [];

    private static string? Checkout =>
        Environment.GetEnvironmentVariable("AUTOPKG") is { Length: > 0 } path ? path : null;

    /// <summary>
    /// The path of a file or folder in this AutoPkg's world: recipes, overrides, cache, prefs.plist.
    /// </summary>
    public string this[string name] => folder[name];

    /// <summary>A property list whose root dictionary has this content.</summary>
    public static string Plist(string content) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0"><dict>
        {content}
        </dict></plist>
        """;

    public string Write(string name, string text) => folder.Write(name, text);

    public string Write(string name, byte[] bytes) => folder.Write(name, bytes);

    /// <summary>
    /// A recipe <c>NAME.pkg</c>, <c>com.example.pkg.NAME</c> if not otherwise identified, that takes over a vendor's
    /// package and so sets pkg_path. <paramref name="steps"/> follow.
    /// </summary>
    public string WriteRecipe(string name, string installer, string steps = "", string? identifier = null) =>
        folder.Write($"recipes/{name}.pkg.recipe", Plist(
            $"""
            <key>Identifier</key><string>{identifier ?? $"com.example.pkg.{name}"}</string>
            <key>Input</key><dict><key>NAME</key><string>{name}</string></dict>
            <key>Process</key>
            <array>
              <dict>
                <key>Processor</key><string>PkgCopier</string>
                <key>Arguments</key><dict><key>source_pkg</key><string>{installer}</string></dict>
              </dict>
              {steps}
            </array>
            """));

    /// <summary>A step that runs the shim, with this content for its Arguments.</summary>
    public static string KappaStep(string arguments = "") =>
        $"""
        <dict>
          <key>Processor</key><string>io.kandji.kappa/KAPPA</string>
          <key>Arguments</key><dict>{arguments}</dict>
        </dict>
        """;

    public string WriteOverride(string name, string input) =>
        folder.Write($"overrides/{name}.pkg.recipe", Plist(
            $"""
            <key>Identifier</key><string>local.pkg.{name}</string>
            <key>ParentRecipe</key><string>com.example.pkg.{name}</string>
            <key>Input</key><dict>{input}</dict>
            """));

    /// <summary>A command like <c>autopkg</c> that lives in this world, as its path.</summary>
    [UnsupportedOSPlatform("windows")]
    public string WriteCommand()
    {
        var path = folder.Write(
            "autopkg",
            $"""
            #!/bin/sh
            export HOME='{folder.Path}' PYTHONDONTWRITEBYTECODE=1
            exec '{Array.Find(Pythons, File.Exists) ?? "python3"}' '{Checkout}' "$@" --prefs '{folder["prefs.plist"]}'

            """);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary><c>autopkg VERB …</c>, its exit code and what it printed.</summary>
    public async Task<BufferedCommandResult> RunAsync(string verb, params string[] arguments)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await Cli.Wrap(Array.Find(Pythons, File.Exists) ?? "python3")
            .WithArguments([Checkout!, verb, "--prefs", folder["prefs.plist"], .. arguments])
            .WithWorkingDirectory(folder.Path)
            .WithEnvironmentVariables(new Dictionary<string, string?>(Variables)
            {
                ["HOME"] = folder.Path,
                ["PYTHONDONTWRITEBYTECODE"] = "1",
            })
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8, patience.Token);
    }

    public void Dispose() => folder.Dispose();
}
