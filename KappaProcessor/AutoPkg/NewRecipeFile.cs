namespace Kappa.AutoPkg;

/// <summary>A file that nobody has written yet, and that is there whole or not at all.</summary>
/// <param name="folder">Is made if need be.</param>
/// <param name="name">The recipe's, without suffix.</param>
internal sealed class NewRecipeFile(string folder, string name)
{
    /// <exception cref="KappaException">A recipe of that name is there, in whatever format.</exception>
    public void RequireFree()
    {
        if (RecipeFiles.Suffixes.Select(suffix => Path.Combine(folder, name + suffix)).FirstOrDefault(Path.Exists)
            is { } taken)
        {
            throw Taken(taken, null);
        }
    }

    /// <exception cref="KappaException">There is one, or it cannot be written.</exception>
    public void Write(string path, string text)
    {
        RequireFree();

        // No recipe's name, so that an AutoPkg that runs at this moment does not read half of one.
        var draft = Path.Combine(folder, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(draft, text);
            File.Move(draft, path, overwrite: false);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw Unwritable(path, fault);
        }
        catch (IOException fault)
        {
            throw Path.Exists(path) ? Taken(path, fault) : Unwritable(path, fault);
        }
        finally
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }
    }

    private static KappaException Taken(string path, Exception? fault) => new(
        $"{path} is there already.", "Remove or rename it, or give another folder with --output.", fault);

    private static KappaException Unwritable(string path, Exception fault) => new(
        $"{path} cannot be written: {fault.Message.TrimEnd('.')}.",
        "Check the folder's permissions, or give another one with --output.",
        fault);
}
