namespace Kappa.Configuration;

/// <summary>
/// Where a script of the Custom App is: its text, written into recipe or map, or the path of a file.
/// </summary>
internal abstract record ScriptSource
{
    internal sealed record Inline(string Text) : ScriptSource;

    internal sealed record InFile(string Path) : ScriptSource;

    /// <summary>
    /// A text that starts with <c>#!</c> is a script; white space before it would only break it on the Mac.
    /// </summary>
    public static ScriptSource Parse(string value) =>
        IsInline(value) ? new Inline(value.TrimStart()) : new InFile(value);

    public static bool IsInline(string value) => value.AsSpan().TrimStart().StartsWith("#!");

    public string Describe() => this switch
    {
        Inline script => $"a script of {script.Text.TrimEnd().Split('\n').Length} lines",
        InFile file => file.Path,
        _ => throw new System.Diagnostics.UnreachableException($"No words for {GetType().Name}."),
    };
}
