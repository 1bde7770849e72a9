namespace Kappa;

/// <summary>How an <see cref="ExternalTool"/> ended, and all that it wrote.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>
    /// The first line it wrote to its standard error, for a message; empty if it wrote none.
    /// </summary>
    public string Complaint => Error.Split('\n', 2)[0].Trim();
}
