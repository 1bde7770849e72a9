using Kappa.Configuration;
using Kappa.Planning;

namespace Kappa.Checking;

/// <summary>Reads configuration and maps, and goes on where a run would stop.</summary>
internal static class ConfigurationReader
{
    public static CheckedConfiguration Read(Surroundings surroundings, string? preferredApiUrl)
    {
        var problems = new SettingsProblems();
        var read = new CheckedConfiguration(EnvironmentOverrides.Read(surroundings, problems))
        {
            PreferredApiUrl = preferredApiUrl,
        };
        try
        {
            var location = ConfigLocator.Locate(surroundings);
            read = read with { Location = location };
            read = read with
            {
                Config = location.Config is null ? ConfigFile.None : SettingsReader.ReadConfig(location, problems),
            };
        }
        catch (KappaException fault)
        {
            return read with { Fault = fault, Problems = problems.All };
        }

        var plain = CheckedSettings.Of(
            read.Sources(new RunRequest { Name = TargetResolver.NamePlaceholder }), new SettingsProblems());
        return read with
        {
            Problems = [.. problems.All, .. plain.Problems],
            Plain = plain,
            RecipeMap = read.Config.UseRecipeMap is true ? ReadMap(MapFile.RecipeMapName, read) : null,
            PackageMap = read.Config.UsePackageMap is true ? ReadMap(MapFile.PackageMapName, read) : null,
            WritableByAll = [.. new[] { read.Config.Path, read.Config.AuditScript }.OfType<string>()
                .Where(FileModes.IsWritableByAll)],
            TemplateFault = FindTemplateFault(plain.Settings?.AuditScriptTemplate),
        };
    }

    private static CheckedMap ReadMap(string name, CheckedConfiguration read)
    {
        var problems = new SettingsProblems();
        var isRecipeMap = name == MapFile.RecipeMapName;
        var key = isRecipeMap ? ConfigKeys.UseRecipeMap : ConfigKeys.UsePackageMap;
        try
        {
            var map = SettingsReader.OpenMap(name, key, read.Location, problems);
            return new CheckedMap
            {
                File = map,
                Problems = problems.All,
                Entries = [.. (map?.Entries ?? []).Select(entry => Entry(entry, isRecipeMap, read))],
            };
        }
        catch (KappaException fault)
        {
            return new CheckedMap { Fault = fault, Problems = problems.All };
        }
    }

    /// <summary>As if a recipe or an installer of that name had just come.</summary>
    private static CheckedSettings Entry(MapEntry entry, bool isRecipeMap, CheckedConfiguration read)
    {
        var request = new RunRequest { Name = entry.Key, RecipeName = isRecipeMap ? entry.Key : null };
        var sources = read.Sources(request) with { Map = new MapMatch(entry, entry.Notes) };

        // The template is the configuration's, and told of there.
        var withoutTemplate = sources with { Config = read.Config with { AuditScript = null } };
        return CheckedSettings.Of(withoutTemplate, new SettingsProblems());
    }

    private static KappaException? FindTemplateFault(string? template)
    {
        try
        {
            _ = template is null ? null : AuditScriptTemplate.Parse(template);
            return null;
        }
        catch (KappaException fault)
        {
            return fault;
        }
    }
}
