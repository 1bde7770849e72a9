using Kappa.Commands;
using Kappa.Configuration;
using Kappa.Secrets;

namespace Kappa;

/// <summary>What surrounds the process, handed in so that a run in a test is a run like any other.</summary>
internal sealed record ProcessHost
{
    public required TimeProvider Clock { get; init; }

    /// <summary>An environment variable's value, or null.</summary>
    public required Func<string, string?> Variable { get; init; }

    public required Stream Input { get; init; }

    /// <summary>Machine-readable results, and nothing else.</summary>
    public required Stream Output { get; init; }

    /// <summary>Everything a person reads while a run goes on.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Nobody has redirected stdin: there is a person, and no plist.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>stdout is a terminal, so a person reads it.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Columns of the terminal that stderr is; 0 when it is none.</summary>
    public Func<int> ErrorWidth { get; init; } = () => 0;

    /// <summary>Hears how far transfers and checksums have come; null when nobody wants to know.</summary>
    public IProgress<TransferProgress>? Progress { get; init; }

    /// <summary>The person at the terminal; null when there is nobody to ask.</summary>
    public IPrompt? Prompt { get; init; }

    public bool IsMac { get; init; }

    /// <summary>The process is the superuser's.</summary>
    public bool IsRoot { get; init; }

    /// <summary>What has the macOS keychain.</summary>
    public ExternalTool KeychainTool { get; init; } = new(KeychainSecretStore.ToolPath);

    /// <summary>The folder the executable is in.</summary>
    public required string ExecutableFolder { get; init; }

    /// <summary>What must not be written anywhere; fills as secrets are read.</summary>
    public KnownSecrets Secrets { get; } = new();

    /// <param name="configFile">Named on the command line; null when none is.</param>
    /// <param name="hasRecipe">A recipe runs.</param>
    public Surroundings Surroundings(string? configFile, bool hasRecipe) => new(Variable, ExecutableFolder, IsMac)
    {
        ConfigOption = configFile,
        SucceedsPackageTools = !hasRecipe,
    };
}
