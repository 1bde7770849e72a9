namespace Kappa.Configuration;

/// <summary>
/// Reads the scripts that recipe, map and configuration name, so that what follows need not touch files.
/// </summary>
internal sealed class ScriptFiles(SettingsProblems problems)
{
    /// <summary>
    /// A relative path starts at the recipe's folder or a parent recipe's; one in a map, at the map's first.
    /// </summary>
    public LoadedScripts Load(RunRequest request, MapEntry? entry, ConfigFile config)
    {
        var recipe = new Origin(request.Place, request.RecipeFolders);
        var map = entry is null
            ? recipe
            : new Origin(entry.Place, [Path.GetDirectoryName(entry.Path) ?? "", .. request.RecipeFolders]);

        return new LoadedScripts
        {
            Preinstall = request.Stated.PreinstallScript is { } first
                ? Load(recipe, StatedKeys.PreinstallScript, first)
                : Load(map, StatedKeys.PreinstallScript, entry?.Stated.PreinstallScript),
            Postinstall = request.Stated.PostinstallScript is { } last
                ? Load(recipe, StatedKeys.PostinstallScript, last)
                : Load(map, StatedKeys.PostinstallScript, entry?.Stated.PostinstallScript),
            AuditTemplate = LoadTemplate(request, config),
        };
    }

    private string? LoadTemplate(RunRequest request, ConfigFile config)
    {
        if (request.AuditScript is { } named)
        {
            return ReadScript(new Origin(request.Place, []), "--audit-script", named);
        }

        return config.AuditScript is { } configured
            ? ReadScript(new Origin(config.Place, []), ConfigKeys.AuditScript.Name, configured)
            : null;
    }

    private string? Load(Origin origin, SettingKey key, ScriptSource? source) => source switch
    {
        null => null,
        ScriptSource.Inline script => script.Text,
        ScriptSource.InFile file when Find(origin, key, file.Path) is { } path =>
            ReadScript(origin, key.Name, path),
        _ => null,
    };

    private string? Find(Origin origin, SettingKey key, string path)
    {
        if (Path.IsPathFullyQualified(path))
        {
            return path;
        }

        var found = origin.Folders
            .Select(folder => Path.GetFullPath(path, Path.GetFullPath(folder)))
            .FirstOrDefault(File.Exists);
        if (found is null)
        {
            var folders = string.Join(", ", origin.Folders);
            Complain(
                origin,
                key.Name,
                $"names {new UntypedValue.Text(path).Describe()}, which is in none of {folders}",
                "Name a file relative to the recipe, an absolute path, or a text that starts with #!.");
        }

        return found;
    }

    private string? ReadScript(Origin origin, string key, string path)
    {
        var file = TextFile.Read(path);
        if (file.Fault is { } fault)
        {
            Complain(origin, key, $"names {path}, which {fault}", "Name a readable script, or leave it out.");
        }
        else if (string.IsNullOrWhiteSpace(file.Text))
        {
            Complain(origin, key, $"names {path}, which is empty", "Name a script, or leave it out.");
        }
        else if (file.Text.Split('\n')[0].EndsWith('\r'))
        {
            // The kernel would look for an interpreter whose name ends in a carriage return.
            Complain(origin, key, $"names {path}, which has Windows line endings", "Save it with Unix ones.");
        }

        return file.Text;
    }

    private void Complain(Origin origin, string key, string fault, string remedy) =>
        problems.Add(new SettingProblem(origin.Place, key, fault, remedy));

    private sealed record Origin(string Place, IReadOnlyList<string> Folders);
}
