namespace Kappa.Configuration;

/// <summary>From a request to checked settings: finds and reads the files, then merges.</summary>
internal static class SettingsReader
{
    /// <exception cref="KappaException">A file is missing or unreadable, or settings are wrong.</exception>
    public static Settings Read(RunRequest request, Surroundings surroundings)
    {
        var problems = new SettingsProblems();
        var location = ConfigLocator.Locate(surroundings);
        var environment = EnvironmentOverrides.Read(surroundings, problems);
        var config = ReadConfig(location, problems);
        var map = ReadMap(request, config, location, problems);
        var scripts = new ScriptFiles(problems).Load(request, map.Entry, config);

        return SettingsResolver.Resolve(
            new SettingsSources
            {
                Environment = environment,
                Request = request,
                Map = map,
                Config = config,
                Scripts = scripts,
                Searched = location.Searched,
            },
            problems);
    }

    /// <exception cref="KappaException">It cannot be read, or is no JSON object.</exception>
    public static ConfigFile ReadConfig(ConfigLocation location, SettingsProblems problems)
    {
        if (location.Config is not { } path)
        {
            return ConfigFile.None;
        }

        var text = Require(path);
        var config = ConfigFile.Parse(text, path, problems);
        var warnings = ExposedSecret.Find(path, text) is { } exposed ? location.Notes.Append(exposed) : location.Notes;
        return config with { Notes = [.. warnings, .. config.Notes] };
    }

    private static MapMatch ReadMap(
        RunRequest request, ConfigFile config, ConfigLocation location, SettingsProblems problems)
    {
        if (request.RecipeName is not null && config.UseRecipeMap is true)
        {
            return OpenMap(MapFile.RecipeMapName, ConfigKeys.UseRecipeMap, location, problems) is { } recipes
                ? RecipeMapMatcher.Find(recipes, request, problems)
                : MapMatch.None;
        }

        if (request.InstallerIds.Count > 0 && config.UsePackageMap is true)
        {
            return OpenMap(MapFile.PackageMapName, ConfigKeys.UsePackageMap, location, problems) is { } ids
                ? PackageMapMatcher.Find(ids, request)
                : MapMatch.None;
        }

        return MapMatch.None;
    }

    /// <summary>Null, and a problem, when there is none.</summary>
    /// <exception cref="KappaException">It cannot be read, or is no JSON object.</exception>
    public static MapFile? OpenMap(
        string name, SettingKey key, ConfigLocation location, SettingsProblems problems)
    {
        if (location.FindMap(name) is { } path)
        {
            return MapFile.Parse(Require(path), path, problems);
        }

        problems.Add(new SettingProblem(
            location.Config ?? ConfigFile.Name,
            key.Name,
            $"is true, but there is no {name} in {string.Join(" or ", location.MapFolders)}",
            "Write one there, in the form of the example beside the shim, or set it to false."));
        return null;
    }

    private static string Require(string path)
    {
        var file = TextFile.Read(path);
        return file.Text ?? throw new KappaException(
            $"{path} {file.Fault}.", "Kappa does not go on without it; mend the file, or remove it.");
    }
}
