using System.Text;
using Kappa.Commands;

namespace Kappa.Tests.Support;

/// <summary>A home with AutoPkg's folders in it, in which <c>kappa recipe</c> and <c>kappa map</c> are run.</summary>
internal sealed class RecipeWorld : IDisposable
{
    private readonly TempFolder folder = new();

    public bool IsMac { get; init; }

    /// <summary>Where children go here; the folder that the tests run in is none of their business.</summary>
    public string Output => folder["output"];

    public string this[string name] => folder[name];

    public string Write(string name, string text) => folder.Write(name, text);

    /// <summary>A recipe in one of the repositories that AutoPkg searches here.</summary>
    public string WriteRecipe(string name, string identifier, string content = "") =>
        folder.Write($"Library/AutoPkg/RecipeRepos/com.github.recipes/App/{name}.recipe", RealAutoPkg.Plist(
            $"""
            <key>Identifier</key><string>{identifier}</string>
            {(content.Length > 0 ? content : "<key>Input</key><dict><key>NAME</key><string>App</string></dict>")}
            """));

    /// <summary>With the folder as <c>HOME</c> in what it prints.</summary>
    public async Task<KappaRun> RunAsync(params string[] arguments)
    {
        using var output = new MemoryStream();
        await using var errors = new StringWriter { NewLine = "\n" };
        var host = new ProcessHost
        {
            Clock = TimeProvider.System,
            Variable = name => name == "HOME" ? folder.Path : null,
            Input = Stream.Null,
            Output = output,
            Error = errors,
            IsMac = IsMac,
            ExecutableFolder = folder.Path,
        };
        var code = await CommandLine.RunAsync(["recipe", .. arguments], host, CancellationToken.None);
        return new KappaRun(
            (int)code, Anonymous(Encoding.UTF8.GetString(output.ToArray())), Anonymous(errors.ToString()));
    }

    /// <summary>The same, with the output folder named.</summary>
    public Task<KappaRun> WriteChildAsync(params string[] arguments) =>
        RunAsync([.. arguments, "--output", Output]);

    public void Dispose() => folder.Dispose();

    private string Anonymous(string text) => text.Replace(folder.Path, "HOME", StringComparison.Ordinal);
}
