using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Matching;
using Kappa.Planning;
using Kappa.Tenant.Models;

namespace Kappa.Tests.Support;

internal static partial class Some
{
    public const string OldHash = "1111111111111111111111111111111111111111111111111111111111111111";
    public const string NewHash = "2222222222222222222222222222222222222222222222222222222222222222";

    public static readonly IReadOnlyList<SelfServiceCategory> Categories =
    [
        new("c-apps", "Apps"), new("c-util", "Utilities"), new("c-prod", "Productivity"),
    ];

    /// <summary>An app with version 127 of Firefox, of another size than <see cref="PackageFile"/>.</summary>
    public static CustomApp TenantApp(
        string id = "a", string name = "Firefox", string file = "Firefox-127.0_0f04055b.pkg") =>
        new(new AppId(id), name, "package", Enforcement.InstallOnce)
        {
            FileKey = $"companies/library/custom_apps/{file}",
            FileSize = 1000,
            Sha256 = OldHash,
            FileUpdated = Noon.AddDays(-30),
            CreatedAt = Noon.AddDays(-60),
            UpdatedAt = Noon.AddDays(-20),
        };

    /// <summary>An app that is continuously enforced, with a script that Kappa made five days ago.</summary>
    public static CustomApp AuditedApp(int delayDays = 3, string version = "127.0") => TenantApp() with
    {
        Enforcement = Enforcement.AuditEnforce,
        AuditScript = GeneratedScript(delayDays, version),
    };

    public static string GeneratedScript(int delayDays = 3, string version = "127.0") => $"""
        #!/bin/zsh -f
        DAYS_UNTIL_ENFORCEMENT={delayDays}
        APP_NAME='Firefox.app'
        BUNDLE_ID='org.mozilla.firefox'
        PKG_ID=''
        MINIMUM_ENFORCED_VERSION='{version}'
        CREATION_TIMESTAMP='{Noon.AddDays(-5).ToUnixTimeSeconds()}'
        exit 0
        """;

    /// <summary>The same app with this very <see cref="PackageFile"/>.</summary>
    public static CustomApp Current(CustomApp app) => app with { Sha256 = NewHash, FileSize = 2000 };

    public static AppTarget Target(string name = "Firefox", Enforcement? enforcement = null) =>
        new(AppVariant.Prod, name)
        {
            Enforcement = enforcement ?? Enforcement.InstallOnce,
            FallbackCategory = "Apps",
        };

    public static Settings RunSettings(params IReadOnlyList<AppTarget> targets) => new()
    {
        Address = TenantAddress.Parse("acme.api.kandji.io"),
        Targets = targets.Count == 0 ? [Target()] : targets,
        Claims = new InstallerClaims(null, null, null),
    };

    public static InstallerFile PackageFile(
        string name = "Firefox-128.0.pkg", InstallerKind kind = InstallerKind.Package, long size = 2000) =>
        new($"/cache/{name}", kind, size, Noon.AddHours(-1));

    /// <summary>Notes as a test compares them, a line each.</summary>
    public static string Texts(IEnumerable<Note> notes) =>
        string.Join('\n', notes.Select(note => $"{note.Level}: {note.Text}"));

    public static AppMatch Found(CustomApp app) => new AppMatch.Found(app, []);

    /// <summary>Everything that a plan for one variant may need.</summary>
    public static PlanningFacts Facts(AppTarget target, AppMatch match) => new()
    {
        Settings = RunSettings(target),
        Installer = PackageFile(),
        Sha256 = NewHash,
        Matches = [match],
        Categories = Categories,
        Blueprints = [],
        AuditTemplate = "#!/bin/zsh -f",
        Now = Noon,
    };

    public static PlanningFacts Facts(AppTarget target, CustomApp app) => Facts(target, Found(app));

    public static PlanningFacts UpdatingSettings(AppTarget target, CustomApp app)
    {
        var facts = Facts(target, app);
        return facts with { Settings = facts.Settings with { UpdateSettings = true } };
    }
}
