using System.Runtime.CompilerServices;
using Kappa.Configuration;

namespace Kappa.Tests.Support;

internal static partial class Some
{
    public const string ConfigPath = "/kappa/config.json";

    public const string RecipeMapPath = "/kappa/recipe_map.json";

    /// <summary>The value as a plist or JSON file would hold it.</summary>
    public static UntypedValue Untyped(object value) => value switch
    {
        UntypedValue itself => itself,
        string text => new UntypedValue.Text(text),
        bool flag => new UntypedValue.Flag(flag),
        int number => new UntypedValue.Whole(number),
        double number => new UntypedValue.Real(number),
        object[] items => new UntypedValue.List([.. items.Select(Untyped)]),
        _ => throw new ArgumentException($"A plist holds no {value.GetType()}.", nameof(value)),
    };

    /// <summary>A dictionary.</summary>
    public static UntypedValue Pairs(params (string Name, object Value)[] pairs) =>
        new UntypedValue.Dict(pairs.ToDictionary(pair => pair.Name, pair => Untyped(pair.Value)));

    /// <summary>What AutoPkg sends for a recipe, with <paramref name="more"/> of the test's own.</summary>
    public static Dictionary<string, UntypedValue> AutoPkgEnvironment(
        params (string Name, object Value)[] more)
    {
        var environment = new Dictionary<string, UntypedValue>
        {
            ["NAME"] = Untyped("Firefox"),
            ["RECIPE_PATH"] = Untyped("/recipes/Firefox.pkg.recipe"),
            ["RECIPE_DIR"] = Untyped("/recipes"),
            ["PARENT_RECIPES"] = Untyped(Array.Empty<object>()),
            ["pkg_path"] = Untyped("/cache/Firefox-128.0.pkg"),
            ["verbose"] = Untyped(1),
        };
        foreach (var (name, value) in more)
        {
            environment[name] = Untyped(value);
        }

        return environment;
    }

    public static RunRequest RunRequest(StatedSettings? stated = null) => new()
    {
        Name = "Firefox",
        RecipeName = "Firefox.pkg",
        RecipeFile = "Firefox.pkg.recipe",
        RecipeFolders = ["/recipes"],
        PackagePath = "/cache/Firefox-128.0.pkg",
        Stated = stated ?? new StatedSettings(),
    };

    /// <summary>A configuration with an address, and more keys of the test's own.</summary>
    public static ConfigFile ConfigFile(string more = "") => ParsedConfig(
        $$"""{ "kandji": { "api_url": "acme.api.kandji.io" }{{(more.Length == 0 ? "" : ", ")}}{{more}} }""");

    public static ConfigFile ParsedConfig(string json)
    {
        var problems = new SettingsProblems();
        var config = Kappa.Configuration.ConfigFile.Parse(json, ConfigPath, problems);
        problems.ThrowIfAny();
        return config;
    }

    public static MapFile MapFile(string json)
    {
        var problems = new SettingsProblems();
        var map = Kappa.Configuration.MapFile.Parse(json, RecipeMapPath, problems);
        problems.ThrowIfAny();
        return map;
    }

    /// <summary>The only entry of a map, as if it had been found.</summary>
    public static MapMatch MapMatch(string settings) =>
        new(MapFile($$"""{ "Firefox.pkg": {{settings}} }""").Entries[0], []);

    public static SettingsSources SettingsSources(StatedSettings? stated = null, string config = "") => new()
    {
        Request = RunRequest(stated),
        Config = ConfigFile(config),
    };

    /// <summary>A process on Linux with these variables and no others.</summary>
    public static Surroundings Surroundings(
        string executableFolder, params (string Name, string Value)[] variables) => new(
        name => variables.FirstOrDefault(variable => variable.Name == name).Value,
        executableFolder,
        IsMacOS: false);

    /// <summary>The text of a file of this repository: <c>shim/config.example.json</c>.</summary>
    public static string RepositoryText(string path, [CallerFilePath] string caller = "")
    {
        var folder = Path.GetDirectoryName(caller)!;
        while (!File.Exists(Path.Combine(folder, "Kappa.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return File.ReadAllText(Path.Combine(folder, path));
    }
}
