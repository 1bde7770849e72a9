using Kappa.Configuration;
using NLog;

namespace Kappa.Commands;

/// <summary>
/// The end of <c>kappa setup</c>: stores the secrets, writes the files and says so. Secrets come before the
/// configuration that names them.
/// </summary>
internal sealed class SetupWriter(ProcessHost host, Surroundings surroundings, SetupSecrets places, ILogger log)
{
    private const string SchemaFile = "config.schema.json";

    /// <summary>What was done, for the person.</summary>
    /// <param name="result">All answers.</param>
    /// <param name="old">What is taken over; null for nothing.</param>
    /// <param name="path">The configuration's.</param>
    /// <param name="before">What is in it so far; null when there is no such file.</param>
    public async Task<string> WriteAsync(SetupResult result, OldConfiguration? old, string path, string? before)
    {
        foreach (var secret in result.Secrets)
        {
            if (secret.Fresh is { } fresh)
            {
                // From here on it is done: half a setup is what nobody wants.
                await places.StoreAsync(result.Place, secret.Name, fresh, CancellationToken.None);
            }
        }

        var copies = old is null ? [] : SetupTakeover.CopyFiles(old, Path.GetDirectoryName(path)!);
        string[] lines = [Write(result.Draft, path, before), .. copies, .. MakeMaps(result.Draft, path)];
        return string.Join('\n', lines
            .Concat(result.Secrets.Select(secret => $"Secret     {places.Tell(result.Place, secret)}"))
            .Append($"Next       {NextCommand(path)}"));
    }

    private string Write(ConfigDraft answers, string path, string? before)
    {
        var hasSchema = File.Exists(Path.Combine(Path.GetDirectoryName(path)!, SchemaFile));
        var draft = hasSchema ? answers.WithSchema($"./{SchemaFile}") : answers;
        if (before is not null && IsSame(before, path, draft))
        {
            return $"Unchanged  {path} says all that already.";
        }

        if (before is not null && ConfigDraft.HasComments(before))
        {
            log.Warn("The comments in {0} are gone; JSON has no place for them.", path);
        }

        PrivateFile.Write(path, draft.Text);
        return $"Written    {path}";
    }

    private static bool IsSame(string before, string path, ConfigDraft draft)
    {
        try
        {
            return ConfigDraft.Parse(before, path).IsSameAs(draft);
        }
        catch (KappaException)
        {
            return false; // broken, and reset for that reason
        }
    }

    /// <summary>A map that is to be read and is nowhere would stop every run.</summary>
    private IEnumerable<string> MakeMaps(ConfigDraft draft, string path)
    {
        (SettingKey Key, string Name)[] maps =
        [
            (ConfigKeys.UseRecipeMap, MapFile.RecipeMapName), (ConfigKeys.UsePackageMap, MapFile.PackageMapName),
        ];
        var location = ConfigLocator.Locate(surroundings with { ConfigOption = path });
        foreach (var (key, name) in maps.Where(map => draft.Shown(map.Key) == "true"))
        {
            if (location.FindMap(name) is null)
            {
                var own = Path.Combine(Path.GetDirectoryName(path)!, name);
                PrivateFile.Write(own, "{}\n");
                yield return $"Written    {own}, which is empty; see the README for what to put there.";
            }
        }
    }

    private string? WithoutConfig(string name) =>
        name == EnvironmentKeys.Config.Name ? null : surroundings.Environment(name);

    private string NextCommand(string path)
    {
        var usual = ConfigLocator.Locate(surroundings with { ConfigOption = null, Environment = WithoutConfig });
        return usual.Config == path || host.Variable(EnvironmentKeys.Config.Name) is { Length: > 0 }
            ? "kappa check"
            : $"kappa check --config {path}\n           (AutoPkg finds this file when KAPPA_CONFIG names it)";
    }
}
