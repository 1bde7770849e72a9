namespace Kappa.Configuration;

/// <summary>The texts of the scripts that the settings name; null where they name none.</summary>
internal sealed record LoadedScripts
{
    public static LoadedScripts None { get; } = new();

    public string? Preinstall { get; init; }

    public string? Postinstall { get; init; }

    /// <summary>The administrator's own audit script.</summary>
    public string? AuditTemplate { get; init; }
}
