namespace Kappa.Configuration;

/// <summary>
/// What the tools before Kappa Packages, irupkg and kpkg, left behind: their folders, and their names of
/// variables. Used where Kappa has nothing of its own.
/// </summary>
internal static class Predecessors
{
    private const string TokenVariable = "IRUPKG_TOKEN";

    private static readonly string[] FolderVariables =
        ["IRUPKG_LOCAL_DIR", "KPKG_LOCAL_DIR", "IRUPKG_CONFIG_DIR", "KPKG_CONFIG_DIR"];

    private static readonly string[] TokenNameVariables = ["IRUPKG_TOKEN_NAME", "KANDJI_TOKEN_NAME"];

    /// <summary>The first configuration of theirs; null without any.</summary>
    public static string? FindConfig(Surroundings surroundings) => Folders(surroundings)
        .Select(folder => Path.Combine(folder, ConfigFile.Name))
        .FirstOrDefault(File.Exists);

    /// <param name="config">A configuration of theirs, which is used.</param>
    /// <param name="ownFolder">Where Kappa's belongs; null without a home.</param>
    public static Note MoveHint(string config, string? ownFolder) => Note.Warning(
        $"{config} is irupkg's or kpkg's, and is used because Kappa has no configuration of its own. Move "
        + $"{ConfigFile.Name} and {MapFile.PackageMapName} from there "
        + (ownFolder is null ? "to a folder of Kappa's, and name it with KAPPA_CONFIG." : $"to {ownFolder}."));

    /// <summary>
    /// The name that the token goes by in an environment made for them; null in one that is not.
    /// </summary>
    public static string? FindTokenName(Surroundings surroundings)
    {
        if (surroundings.Has(Defaults.TokenName))
        {
            return null;
        }

        var told = TokenNameVariables.Select(surroundings.Variable).FirstOrDefault(name => name is not null);
        var isName = told is not null && !SecretText.Resembles(told);
        return isName ? told : surroundings.Has(TokenVariable) ? TokenVariable : null;
    }

    /// <summary>Where they keep what they were configured with, whether it is there or not.</summary>
    public static IEnumerable<string> Folders(Surroundings surroundings)
    {
        var told = FolderVariables.Select(surroundings.Variable).OfType<string>().Where(Path.IsPathFullyQualified);
        var home = surroundings.Variable("HOME");
        if (surroundings.IsMacOS)
        {
            return home is null
                ? told
                : [.. told, $"{home}/Library/IruPackages", $"{home}/Library/KandjiPackages"];
        }

        var data = surroundings.Variable("XDG_DATA_HOME") is { } xdg && Path.IsPathFullyQualified(xdg) ? xdg
            : home is null ? null
            : $"{home}/.local/share";
        return data is null ? told : [.. told, $"{data}/irupkg", $"{data}/kpkg"];
    }
}
