using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Configuration;

/// <summary>
/// Where <c>brew_cron.json</c> is, and how it changes: beside <c>config.json</c>, in the user's folder, or
/// where an older tool has left it.
/// </summary>
internal sealed class CaskScheduleFile(Surroundings surroundings)
{
    private static readonly string[] OlderFolders =
        ["Library/IruPackages", "Library/KandjiPackages", ".local/share/irupkg"];

    /// <summary>The file in use; null when there is none yet.</summary>
    public string? Find() => Folders().Select(Inside).FirstOrDefault(File.Exists);

    /// <summary>Null when there is no file yet.</summary>
    /// <exception cref="KappaException">It cannot be read, or something in it is wrong.</exception>
    public CaskSchedule? Read()
    {
        if (Find() is not { } path)
        {
            return null;
        }

        var problems = new SettingsProblems();
        var schedule = CaskSchedule.Parse(Text(path), path, problems);
        problems.ThrowIfAny();
        return schedule;
    }

    /// <summary>What else is in the file stays there; comments do not.</summary>
    /// <exception cref="KappaException">It cannot be written.</exception>
    public CaskSchedule Write(IEnumerable<CaskToken> casks, int everyHours)
    {
        var path = Find() ?? Inside(
            ConfigLocator.UserFolder(surroundings) ?? throw new KappaException(
                $"There is no folder for {CaskSchedule.FileName}: HOME is not set.", "Set HOME."));
        var json = File.Exists(path) ? JObject.Parse(Text(path)) : [];
        json[CaskScheduleKeys.Casks.Name] = new JArray(
            casks.Select(cask => cask.Text).Distinct().Order(StringComparer.Ordinal));
        json[CaskScheduleKeys.EveryHours.Name] = everyHours;
        Replace(path, json.ToString(Formatting.Indented) + "\n");
        return Read()!;
    }

    private static string Inside(string folder) => Path.Combine(folder, CaskSchedule.FileName);

    private static string Text(string path)
    {
        var file = TextFile.Read(path);
        return file.Text ?? throw new KappaException(
            $"{path} {file.Fault}.", "Mend the file, or remove it.");
    }

    // A run that starts at this moment reads the old file or the new one, never half of it.
    private static void Replace(string path, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText($"{path}.new", text);
            File.Move($"{path}.new", path, overwrite: true);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw Unwritable(path, fault);
        }
        catch (IOException fault)
        {
            throw Unwritable(path, fault);
        }
    }

    private static KappaException Unwritable(string path, Exception fault) => new(
        $"{path} cannot be written: {fault.Message}", "Check the permissions of its folder.", fault);

    private IEnumerable<string> Folders()
    {
        var beside = Path.GetDirectoryName(ConfigLocator.Locate(surroundings).Config);
        var home = surroundings.Variable("HOME");
        var older = home is null ? [] : OlderFolders.Select(folder => Path.Combine(home, folder));
        return new[] { beside, ConfigLocator.UserFolder(surroundings) }.OfType<string>().Concat(older);
    }
}
