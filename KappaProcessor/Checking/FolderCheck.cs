namespace Kappa.Checking;

/// <summary>A folder that Kappa writes to. A run goes on without.</summary>
/// <param name="Name">"Lock folder" or "Log folder".</param>
/// <param name="Path">Null when there is no home for it.</param>
internal sealed record FolderCheck(string Name, string? Path) : ICheck
{
    /// <summary>Why nothing can be written.</summary>
    public string? Fault { get; init; }

    /// <summary>What a run does without.</summary>
    public required string Loss { get; init; }

    public IEnumerable<Finding> Judge() => this switch
    {
        { Fault: { } fault } => [Finding.Warning(
            Name,
            $"{Path ?? "It"} cannot be written: {fault.TrimEnd('.')}. {Loss}",
            Path is null ? "Set HOME." : "Let this user write to it.")],
        _ => [Finding.Ok(Name, Path ?? "")],
    };
}
