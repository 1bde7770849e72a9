using Kappa.Tenant.Models;

namespace Kappa.Configuration;

/// <summary>
/// All sources → one checked record. Pure. The order of operands is the precedence: process environment ▸
/// recipe ▸ map ▸ configuration ▸ defaults.
/// </summary>
internal static class SettingsResolver
{
    /// <param name="sources">What was read.</param>
    /// <param name="problems">What was wrong there; more is added.</param>
    /// <exception cref="KappaException">There are problems; the text has all of them.</exception>
    public static Settings Resolve(SettingsSources sources, SettingsProblems problems)
    {
        var address = AddressResolver.Resolve(sources, problems);
        var targets = TargetResolver.Resolve(sources, problems);
        problems.ThrowIfAny();

        var settings = Merge(sources, address!.Value.Address, targets);
        var notes = SettingsNotes.Of(sources, settings).Append(address.Value.Origin);
        return settings with { Notes = [.. notes.OrderBy(note => note.Level)] };
    }

    private static Settings Merge(
        SettingsSources sources, TenantAddress address, IReadOnlyList<AppTarget> targets)
    {
        var (environment, request, config) = (sources.Environment, sources.Request, sources.Config);
        var secrets = SecretSettings.Of(environment, config);
        return new Settings
        {
            Address = address,
            Targets = targets,
            Claims = request.Claims,
            MappedId = request.RecipeName is null ? sources.Map.Entry?.Key : null,
            TokenName = secrets.TokenName,
            EnvironmentKeystore = secrets.EnvironmentKeystore,
            KeychainKeystore = secrets.KeychainKeystore,
            SlackWebhookName = secrets.SlackWebhookName,
            AutoCreate = config.AutoCreate ?? true,
            DynamicLookup = config.DynamicLookup ?? false,
            CreateNew = request.CreateNew,
            DryRun = request.DryRun || (config.DryRun ?? false),
            UpdateSettings = request.UpdateSettings,
            ForceUpload = request.ForceUpload,
            Deadline = config.Deadline ?? DeadlinePolicy.PerVersion,
            ProcessingTimeout = environment.ProcessingTimeout
                ?? config.ProcessingTimeout
                ?? Defaults.ProcessingTimeout,
            AuditScriptTemplate = sources.Scripts.AuditTemplate,
        };
    }
}
