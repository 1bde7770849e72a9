using Kappa.Tenant.Models;

namespace Kappa.Configuration;

/// <summary>Which tenant: process environment ▸ AutoPkg variable ▸ configuration.</summary>
internal static class AddressResolver
{
    /// <summary>The address, with the note that says where it comes from; null after a problem.</summary>
    public static (TenantAddress Address, Note Origin)? Resolve(
        SettingsSources sources, SettingsProblems problems)
    {
        var (environment, request, config) = (sources.Environment, sources.Request, sources.Config);
        var stated = Stated.In(EnvironmentOverrides.Place, environment.ApiUrlName, environment.ApiUrl)
            ?? Stated.In(request.Place, EnvironmentKeys.ApiUrl.Name, request.ApiUrl)
            ?? Stated.In("AutoPkg's preferences", EnvironmentKeys.ApiUrl.Name, sources.PreferredApiUrl)
            ?? Stated.In(config.Place, ConfigKeys.ApiUrl.Name, config.ApiUrl);
        if (stated is null)
        {
            problems.Add(Missing(sources));
            return null;
        }

        if (Check(stated.Text) is { } objection)
        {
            problems.Add(new SettingProblem(stated.Place, stated.Key, objection.Fault, objection.Remedy));
            return null;
        }

        var address = TenantAddress.Parse(stated.Text);
        return (address, Note.Reason($"Tenant {address}: {stated.Key} in {stated.Place}."));
    }

    /// <summary>What is wrong with an API address; null when it is a tenant's.</summary>
    public static Objection? Check(string text) => TenantAddress.TryParse(text) is not null ? null
        : text.Contains("TENANT", StringComparison.Ordinal) ? new Objection(
            $"is still the placeholder '{text}'",
            "Put your tenant's name there; Kandji shows the API address under Settings, Access.")
        : new Objection(
            $"is {new UntypedValue.Text(text).Describe()}, which is no API address of a tenant",
            "Use the form TENANT.api.kandji.io (or .api.eu.kandji.io, .api.iru.com, .api.eu.iru.com).");

    private static SettingProblem Missing(SettingsSources sources) => new(
        sources.Config.Place,
        ConfigKeys.ApiUrl.Name,
        sources.Config.Path is null && sources.Searched.Count > 0
            ? $"is not set, since there is no {string.Join(" and no ", sources.Searched)}"
            : "is not set",
        "Run 'kappa setup', or set KANDJI_API_URL in the environment or as an AutoPkg preference.");

    private sealed record Stated(string Place, string Key, string Text)
    {
        public static Stated? In(string place, string key, string? text) =>
            text is null ? null : new Stated(place, key, text);
    }
}
