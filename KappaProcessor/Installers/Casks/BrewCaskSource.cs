using NLog;

namespace Kappa.Installers.Casks;

/// <summary>Homebrew itself, which knows taps, checks checksums and keeps a cache of its own.</summary>
/// <param name="brew">The program.</param>
/// <param name="options">For another machine than this one; empty on a Mac.</param>
/// <param name="log">Gets what an administrator should know of a cask.</param>
internal sealed class BrewCaskSource(ExternalTool brew, IReadOnlyList<string> options, ILogger log) : ICaskSource
{
    /// <summary>For a large download over a slow line.</summary>
    private static readonly TimeSpan LongestFetch = TimeSpan.FromHours(2);

    private static readonly Dictionary<string, string?> Quiet = new()
    {
        ["HOMEBREW_NO_ANALYTICS"] = "1",
        ["HOMEBREW_NO_COLOR"] = "1",
        ["HOMEBREW_NO_EMOJI"] = "1",
        ["HOMEBREW_NO_ENV_HINTS"] = "1",
    };

    private readonly ExternalTool tool = brew with { TimeLimit = LongestFetch, Environment = Quiet };

    /// <summary>What makes brew take a cask for that kind of Mac, with the newest macOS.</summary>
    public static IReadOnlyList<string> For(CaskProcessor processor) =>
        [$"--os={MacSystems.Newest}", $"--arch={processor.BrewWord()}"];

    public async Task<FetchedCask> FetchAsync(
        string token, IProgress<TransferProgress> progress, CancellationToken cancel)
    {
        var name = CaskToken.Parse(token).Text;
        var info = await RunAsync(["info", "--cask", "--json=v2", name], name, cancel);
        var cask = CaskDocument.ParseInfo(info, $"What brew says of {name}", CaskProcessor.Arm);
        if (options.Count == 0)
        {
            // Elsewhere than on a Mac brew tells what the cask would install here.
            CaskSuitability.Require(cask);
        }

        log.Say(CaskSuitability.Notes(cask));

        progress.Report(new TransferProgress($"Downloading {name} with brew", 0, null));
        await RunAsync(["fetch", "--cask", .. options, name], name, cancel);
        var path = await RunAsync(["--cache", "--cask", .. options, name], name, cancel);
        return new FetchedCask(cask.Token, cask.Name, cask.Version, RequireInstaller(path.Trim(), name));
    }

    private async Task<string> RunAsync(IReadOnlyList<string> arguments, string cask, CancellationToken cancel)
    {
        var result = await tool.RunAsync(arguments, cancel);
        return result.Succeeded ? result.Output : throw new KappaException(
            $"brew {arguments[0]} failed for cask {cask} with {result.ExitCode}: {Complaint(result)}.",
            $"Run \"brew {string.Join(' ', arguments)}\" by hand; brew update may help.");
    }

    /// <summary>Brew warns before it fails.</summary>
    private static string Complaint(ToolResult result)
    {
        const string error = "Error: ";
        var line = result.Error.Split('\n', StringSplitOptions.TrimEntries)
            .FirstOrDefault(line => line.StartsWith(error, StringComparison.Ordinal));
        return PrintableText.Of((line?[error.Length..] ?? result.Complaint).TrimEnd('.'));
    }

    private static string RequireInstaller(string path, string cask) =>
        Path.IsPathRooted(path) && InstallerInspector.LooksLikeInstaller(path)
            ? path
            : throw new KappaException(
                $"What brew has fetched for cask {cask} is no package, disk image or .zip "
                    + $"({PrintableText.Of(path)}).",
                "Build a package of it (with AutoPkg for example), and give Kappa that.");
}
