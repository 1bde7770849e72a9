using Claunia.PropertyList;

namespace Kappa.Tests.Support;

/// <summary>A child recipe in <c>recipes/</c>, and the command line that writes it.</summary>
/// <param name="Parent">The parent's name, <c>Firefox.pkg</c>.</param>
/// <param name="Identifier">The parent's.</param>
/// <param name="InputName">The parent's NAME.</param>
/// <param name="Options">Of <c>kappa recipe</c>.</param>
internal sealed record ExampleRecipe(string Parent, string Identifier, string InputName, params string[] Options)
{
    /// <summary>Parents as they are in public repositories; the table of recipes/README.md says in which.</summary>
    public static IReadOnlyList<ExampleRecipe> All { get; } =
    [
        new("BBEdit.pkg", "com.github.autopkg.pkg.BBEdit", "BBEdit"),
        new("DockerDesktop.pkg", "com.github.homebysix.pkg.DockerDesktop", "Docker",
            "--yaml", "--prod-name", "Docker Desktop", "--enforcement", "self_service"),
        new("Dropbox.pkg", "com.github.autopkg.pkg.dropbox", "Dropbox", "--yaml"),
        new("Firefox.pkg", "com.github.autopkg.pkg.Firefox_EN", "Firefox"),
        new("GitHubDesktop.pkg", "com.github.homebysix.pkg.GitHubDesktop", "GitHub Desktop", "--yaml"),
        new("GoogleChrome.pkg", "com.github.autopkg.pkg.googlechrome", "GoogleChrome",
            "--yaml", "--prod-name", "Google Chrome"),
        new("MicrosoftEdge.pkg", "com.github.rtrouton.pkg.microsoftedge", "Microsoft Edge"),
        new("SlackUniversal.pkg", "com.github.rtrouton.pkg.SlackUniversal", "Slack",
            "--yaml", "--prod-name", "%NAME%", "--test-name", "%NAME% (Testing)"),
        new("VLC.pkg", "com.github.autopkg.pkg.VLC", "VLC", "--enforcement", "self_service"),
        new("Zoom.pkg", "com.github.homebysix.pkg.Zoom", "Zoom",
            "--enforcement", "audit_enforce", "--delay", "3", "--test-delay", "0"),
    ];

    /// <summary>As AutoPkg lists the child.</summary>
    public string Name => $"{Parent[..^".pkg".Length]}.kandji";

    public string File => $"{Name}.recipe{(Options.Contains("--yaml") ? ".yaml" : "")}";

    /// <summary>As much of the parent as a child takes over.</summary>
    public string ParentPlist => new NSDictionary
    {
        ["Identifier"] = new NSString(Identifier),
        ["Input"] = new NSDictionary { ["NAME"] = new NSString(InputName) },
        ["Process"] = new NSArray(),
    }.ToXmlPropertyList();

    public override string ToString() => Name;
}
