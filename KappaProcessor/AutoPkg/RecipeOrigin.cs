using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>Which recipe runs, and where relative paths in it lead.</summary>
internal sealed record RecipeOrigin(string? Name, string? File, IReadOnlyList<string> Folders)
{
    /// <summary>autopkglib, <c>RECIPE_EXTS</c>; the longer ones first.</summary>
    private static readonly string[] Suffixes = [".recipe.plist", ".recipe.yaml", ".recipe"];

    public static RecipeOrigin Read(SettingReader reader)
    {
        var path = reader.Text(Variables.Surrounding.RecipePath);
        var folder = reader.Text(Variables.Surrounding.RecipeFolder) ?? Path.GetDirectoryName(path);
        var parents = reader.Texts(Variables.Surrounding.ParentRecipes) ?? [];
        return new RecipeOrigin(
            WithoutSuffix(Path.GetFileName(path)),
            Path.GetFileName(path),
            [.. parents.Select(Path.GetDirectoryName).Prepend(folder).OfType<string>().Distinct()]);
    }

    private static string? WithoutSuffix(string? file)
    {
        var suffix = Suffixes.FirstOrDefault(one => file?.EndsWith(one, StringComparison.Ordinal) ?? false);
        return suffix is null ? file : file![..^suffix.Length];
    }
}
