using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>
/// AutoPkg's environment → <see cref="RunRequest"/>. Its loose booleans and numbers end here.
/// </summary>
internal static class RunRequestReader
{
    /// <exception cref="KappaException">Variables are missing or wrong; all are named.</exception>
    public static RunRequest Read(IReadOnlyDictionary<string, UntypedValue> environment)
    {
        var problems = new SettingsProblems();
        var request = Read(environment, problems);
        problems.ThrowIfAny();
        return request;
    }

    /// <summary>The same, with the problems told one by one.</summary>
    public static RunRequest Read(
        IReadOnlyDictionary<string, UntypedValue> environment, SettingsProblems problems)
    {
        var source = new UntypedValue.Dict(environment);
        var origin = RecipeOrigin.Read(Reader("AutoPkg's environment", source, problems));
        var place = origin.Name is null ? "the recipe" : $"recipe {origin.Name}";
        return Read(Reader(place, source, problems), origin);
    }

    private static SettingReader Reader(string place, UntypedValue.Dict source, SettingsProblems problems)
    {
        var unresolved = new UnresolvedNames(source.Entries);
        return new SettingReader(
            source, new ReadingRules(place) { Loose = true, Objection = unresolved.Check }, problems);
    }

    private static RunRequest Read(SettingReader reader, RecipeOrigin origin)
    {
        var name = ReadName(reader);
        return new RunRequest
        {
            Name = name,
            // KAPPA took NAME for the recipe's name where AutoPkg gave no path.
            RecipeName = origin.Name ?? name,
            RecipeFile = origin.File ?? name,
            RecipeFolders = origin.Folders,
            Verbosity = reader.Whole(Variables.Surrounding.Verbose, int.MaxValue) ?? 0,
            PackagePath = reader.Text(Variables.PkgPath.Key),
            DownloadPath = reader.Text(Variables.Surrounding.PathName),
            DownloadChanged = reader.Flag(Variables.Surrounding.DownloadChanged),
            Claims = ReadClaims(reader),
            Stated = StatedSettingsReader.Read(reader),
            CreateNew = reader.Flag(Variables.CreateNew.Key) ?? false,
            DryRun = reader.Flag(Variables.DryRun.Key) ?? false,
            UpdateSettings = reader.Flag(Variables.UpdateSettings.Key) ?? false,
            ForceUpload = reader.Flag(Variables.ForceUpload.Key) ?? false,
            ApiUrl = reader.Text(Variables.ApiUrl.Key),
            Notes = reader.Notes,
        };
    }

    private static InstallerClaims ReadClaims(SettingReader reader) => new(
        reader.Text(Variables.AppName.Key)?.Trim(),
        reader.Text(Variables.BundleId.Key)?.Trim(),
        reader.Text(Variables.Version.Key)?.Trim());

    private static string ReadName(SettingReader reader)
    {
        var name = reader.Text(Variables.Name.Key);
        if (reader.Source.At(Variables.Name.Name) is null or { IsEmpty: true })
        {
            reader.Complain(Variables.Name.Name, "is not set", "Set NAME in the recipe's Input.");
        }

        return name ?? "";
    }
}
