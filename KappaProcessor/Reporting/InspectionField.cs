namespace Kappa.Reporting;

/// <summary>One thing that is known of a file.</summary>
/// <param name="Key">Its name for programs, <c>bundle_id</c>.</param>
/// <param name="Value">A text, or a number of bytes.</param>
/// <param name="Source">Where in the installer it stands; null for what needs no explanation.</param>
internal sealed record InspectionField(string Key, object? Value, string? Source = null)
{
    /// <summary>All there are, in the order of <see cref="Inspection.Fields"/>.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "file", "kind", "app_name", "bundle_id", "version", "installed_size", "package_inside", "package_id",
        "package_version", "size", "sha256", "error",
    ];
}
