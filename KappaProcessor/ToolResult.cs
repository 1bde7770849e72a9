namespace Kappa;

/// <summary>How an <see cref="ExternalTool"/> ended, and what it wrote.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>It had more to say than was wanted, and was ended for it.</summary>
    public bool IsCut { get; init; }

    /// <summary>
    /// The first line it wrote to its standard error that is not blank, for a message; empty if it wrote
    /// none.
    /// </summary>
    public string Complaint => Error
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault("");
}
