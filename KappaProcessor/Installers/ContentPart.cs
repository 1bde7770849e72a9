namespace Kappa.Installers;

/// <summary>A part of an installer whose files go to one place on the Mac.</summary>
/// <param name="Source">For a person, <c>Firefox.pkg/Payload</c>.</param>
/// <param name="Location">That place, <c>/Applications</c>.</param>
internal sealed record ContentPart(string Source, string Location)
{
    /// <summary>The place as it begins the paths of what lies in it, <c>Applications/</c>.</summary>
    public string Root { get; } = PayloadPath.Normalize(Location) is { Length: > 0 } folder ? $"{folder}/" : "";

    /// <summary>
    /// The path on the Mac of a file of this part, <c>Applications/Firefox.app/Contents/PkgInfo</c>.
    /// </summary>
    public string InstalledPath(string path) => PayloadPath.Normalize(path) is { Length: > 0 } inPart
        ? Root + inPart
        : Root.TrimEnd('/');
}
