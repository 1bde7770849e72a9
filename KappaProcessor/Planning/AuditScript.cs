using System.Diagnostics;
using System.Globalization;
using Kappa.Installers;

namespace Kappa.Planning;

/// <summary>
/// The script that Kandji runs on every Mac to decide whether an app must be installed, for one version of
/// it.
/// </summary>
internal static class AuditScript
{
    /// <summary>Kappa's own, <c>AuditScript.zsh</c>.</summary>
    public static string BuiltInTemplate { get; } = ReadBuiltInTemplate();

    /// <exception cref="KappaException">
    /// The script would find or compare nothing, so that every Mac would install at every check-in; or be no
    /// script.
    /// </exception>
    public static FilledAuditScript Fill(
        AuditScriptPlan plan,
        ApplicationIdentity application,
        DateTimeOffset now)
    {
        var enforced = EnforcedApplication.Check(application);
        var clock = EnforcementClock.Start(plan, enforced.Version, now);
        var text = AuditScriptTemplate.Parse(plan.Template).Fill(Values(enforced, clock), enforced.Name);
        return new FilledAuditScript
        {
            Text = text,
            Version = enforced.Version,
            StartedAt = clock.StartedAt,
            DelayDays = clock.DelayDays,
            Notes = [.. VersionNotes(plan.Current?.Version, enforced.Version), clock.Note],
        };
    }

    private static Dictionary<string, string> Values(EnforcedApplication enforced, EnforcementClock clock) => new()
    {
        [AuditScriptVariable.AppName] = enforced.AppName,
        [AuditScriptVariable.BundleId] = enforced.BundleId,
        [AuditScriptVariable.PackageId] = enforced.PackageId,
        [AuditScriptVariable.Version] = enforced.Version,
        [AuditScriptVariable.StartedAt] = string.Create(
            CultureInfo.InvariantCulture, $"{clock.StartedAt.ToUnixTimeSeconds()}"),
        [AuditScriptVariable.DelayDays] = string.Create(CultureInfo.InvariantCulture, $"{clock.DelayDays}"),
    };

    private static IEnumerable<Note> VersionNotes(string? old, string version)
    {
        if (old is null)
        {
            yield return Note.Decision($"enforced version {version}");
            yield break;
        }

        var order = LooseVersion.Order(version, old);
        yield return order == 0
            ? Note.Reason($"enforced version stays {version}")
            : Note.Decision($"enforced version {old} → {version}");
        if (order < 0)
        {
            yield return Note.Warning(
                $"the enforced version goes down, from {old} to {version}: Macs that have {old} will keep it");
        }
    }

    private static string ReadBuiltInTemplate()
    {
        using var stream = typeof(AuditScript).Assembly.GetManifestResourceStream("AuditScript.zsh")
            ?? throw new UnreachableException("AuditScript.zsh is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
