namespace Kappa.Installers.Casks;

/// <summary>The kind of Mac a cask is wanted for.</summary>
internal enum CaskProcessor
{
    /// <summary>Apple silicon.</summary>
    Arm,

    Intel,
}

internal static class CaskProcessors
{
    /// <summary>What <c>brew --arch</c> calls it (it takes no other words).</summary>
    public static string BrewWord(this CaskProcessor processor) => processor switch
    {
        CaskProcessor.Arm => "arm",
        CaskProcessor.Intel => "intel",
        _ => throw new System.Diagnostics.UnreachableException($"No word for {processor}."),
    };
}
