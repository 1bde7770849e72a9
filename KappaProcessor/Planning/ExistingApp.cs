using Kappa.Configuration;
using Kappa.Installers;
using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>An app of the tenant beside what its variant wants, and what follows from the two.</summary>
internal sealed record ExistingApp(AppTarget Target, CustomApp App, PlanningFacts Facts)
{
    /// <summary>Unless the tenant has this very file. Sizes that differ settle it without a hash.</summary>
    public bool SendsInstaller { get; } =
        Facts.Settings.ForceUpload
        || !InstallerDifference.MayBeSame(App, Facts.Installer)
        || App.Sha256 is not { } hash
        || hash != Facts.NeededSha256;

    public bool UpdatesSettings => Facts.Settings.UpdateSettings;

    /// <summary>What the app has in the end: its own, unless recipe or map may change it and do.</summary>
    public Enforcement Enforcement =>
        UpdatesSettings && Target.EnforcementIsStated ? Target.Enforcement : App.Enforcement;

    public bool StartsToAudit =>
        Enforcement == Enforcement.AuditEnforce && App.Enforcement != Enforcement.AuditEnforce;

    /// <summary>The word for the kind of installer that the app has in the end.</summary>
    public string InstallType => SendsInstaller ? Facts.Installer.Kind.ApiWord() : App.InstallType;
}
