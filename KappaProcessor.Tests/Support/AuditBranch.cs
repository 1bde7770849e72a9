using Kappa.Planning;

namespace Kappa.Tests.Support;

/// <summary>One way through the audit script: a Mac, and the script that runs on it.</summary>
/// <param name="Name">Of the golden file with the transcript, <c>audit/NAME.txt</c>.</param>
/// <param name="Mac">Makes the Mac, for the test to dispose of.</param>
internal sealed record AuditBranch(string Name, Func<AuditMac> Mac)
{
    /// <summary>For Firefox 128.0, enforced for an hour, unless told otherwise.</summary>
    public string Script { get; init; } = Some.DueAudit();

    /// <summary>The script for that version, due.</summary>
    public AuditBranch Enforcing(string version) => this with
    {
        Script = Some.DueAudit(Some.Firefox with { Version = version }),
    };

    /// <summary>The script for an app that is known by its name alone, due.</summary>
    public AuditBranch KnowingTheName(string appName = "Firefox.app") => this with
    {
        Script = Some.DueAudit(Some.Firefox with { AppName = appName, BundleId = null }),
    };

    public AuditBranch Due(ApplicationIdentity application) => this with { Script = Some.DueAudit(application) };

    public AuditBranch From(DateTimeOffset start, int delayDays, ApplicationIdentity? application = null) =>
        this with { Script = AuditScript.Fill(Some.AuditPlan(delayDays), application ?? Some.Firefox, start).Text };
}
