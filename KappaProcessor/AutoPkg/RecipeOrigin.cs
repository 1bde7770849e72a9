using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>Which recipe runs, and where relative paths in it lead.</summary>
internal sealed record RecipeOrigin(string? Name, string? File, IReadOnlyList<string> Folders)
{
    public static RecipeOrigin Read(SettingReader reader)
    {
        var path = reader.Text(Variables.Surrounding.RecipePath);
        var folder = reader.Text(Variables.Surrounding.RecipeFolder) ?? Path.GetDirectoryName(path);
        var parents = reader.Texts(Variables.Surrounding.ParentRecipes) ?? [];
        return new RecipeOrigin(
            path is null ? null : RecipeFiles.NameOf(path) ?? Path.GetFileName(path),
            Path.GetFileName(path),
            [.. parents.Select(Path.GetDirectoryName).Prepend(folder).OfType<string>().Distinct()]);
    }
}
