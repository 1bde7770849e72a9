using Kappa.Tenant.Models;

namespace Kappa.Configuration;

/// <summary>What holds when nobody says otherwise.</summary>
internal static class Defaults
{
    public const string TokenName = "KANDJI_TOKEN";

    public const string SlackWebhookName = "SLACK_TOKEN";

    public const string NewAppNaming = "APPNAME (AutoPkg)";

    public const string SelfServiceCategory = "Apps";

    public const string TestSelfServiceCategory = "Utilities";

    public const string UnzipLocation = "/Applications";

    /// <summary>Days until an audit script enforces a version.</summary>
    public const int DelayDays = 3;

    public const int LongestDelayDays = 365;

    /// <summary>How long Kandji may take to process an upload before a run gives up.</summary>
    public static readonly TimeSpan ProcessingTimeout = TimeSpan.FromSeconds(900);

    public static readonly TimeSpan LongestProcessingTimeout = TimeSpan.FromDays(1);

    public static string CategoryOf(AppVariant variant) =>
        variant == AppVariant.Test ? TestSelfServiceCategory : SelfServiceCategory;

    public static Enforcement Enforcement => Enforcement.InstallOnce;
}
