using Kappa.AutoPkg;
using NLog;

namespace Kappa.Commands;

/// <summary><c>kappa recipe</c>: child recipes and overrides, one file for each recipe that is given.</summary>
internal sealed class RecipeCommand(ProcessHost host, RecipeOptions options)
{
    /// <summary>Kinds of recipes that leave no installer to hand on.</summary>
    private static readonly string[] KindsWithoutInstaller = [".download", ".munki", ".jss", ".jamf", ".install"];

    public async Task<ExitCode> RunAsync(CancellationToken cancel)
    {
        using var logs = Logging.Create((int)NoteLevel.Decision, LogFormat.Plain, host.Error, host.Secrets);
        var log = logs.GetLogger("kappa");
        var folders = Folders();
        var finder = new RecipeFinder(folders);
        log.Say(RecipeInput.Doubts(options.Stated));

        await using var output = new StreamWriter(host.Output, leaveOpen: true);
        var failed = false;
        foreach (var recipe in options.Recipes)
        {
            cancel.ThrowIfCancellationRequested();
            failed |= !await TryAsync(recipe, folders, finder, (log, output));
        }

        return failed ? ExitCode.Failed : ExitCode.Done;
    }

    private AutoPkgFolders Folders()
    {
        var home = host.Variable("HOME");
        var usual = AutoPkgFolders.Read(host.Variable, host.IsMac);
        return options.SearchFolders.Count == 0
            ? usual
            : usual with { Search = [.. options.SearchFolders.Select(folder => AutoPkgFolders.Expand(folder, home))] };
    }

    private async Task<bool> TryAsync(
        string recipe, AutoPkgFolders folders, RecipeFinder finder, (ILogger Log, TextWriter Output) say)
    {
        try
        {
            await WriteAsync(recipe, folders, finder, say);
            return true;
        }
        catch (KappaException problem)
        {
            say.Log.Error("{0}: {1}", recipe, problem.Message);
            return false;
        }
    }

    private async Task WriteAsync(
        string recipe, AutoPkgFolders folders, RecipeFinder finder, (ILogger Log, TextWriter Output) say)
    {
        var parent = finder.Find(recipe);
        say.Log.Say(Doubts(parent));
        var document = options.AsOverride ? Override(parent, finder, say.Log) : Child(parent, finder);
        var folder = Path.GetFullPath(options.Output ?? (options.AsOverride ? folders.Overrides[0] : "."));
        var file = new NewRecipeFile(folder, document.Name);
        var path = Path.Combine(folder, document.FileName(options.Yaml));
        if (options.DryRun)
        {
            file.RequireFree();
            say.Log.Info("Would write {0}:", path);
            await say.Output.WriteAsync(document.ToText(options.Yaml));
            await say.Output.FlushAsync();
            return;
        }

        file.Write(path, document.ToText(options.Yaml));
        await say.Output.WriteAsync(Done(document, path, folders));
        await say.Output.FlushAsync();
    }

    private static IEnumerable<Note> Doubts(ParentRecipe parent)
    {
        if (parent.Path is null)
        {
            yield return Note.Warning(
                $"AutoPkg's folders have no recipe {parent.Identifier}; the identifier is taken as it is. AutoPkg "
                + "needs the repository of that recipe when it runs this one.");
        }
        else if (KindsWithoutInstaller.Contains(parent.Kind))
        {
            yield return Note.Warning(
                $"{parent.Title} makes no package, by its name. If there is a {parent.Stem}.pkg, that is the one to "
                + "give.");
        }
    }

    private RecipeDocument Child(ParentRecipe parent, RecipeFinder finder) => finder.RunsKappa(parent)
        ? throw new KappaException(
            $"{parent.Title} has the step {ParentRecipe.KappaStep} already.",
            "Use --override to change what it does.")
        : ChildRecipe.Of(parent, options.IdentifierPrefix, options.Stated);

    /// <summary>Of the given recipe if it has the step, or of the child that gives it one.</summary>
    private RecipeDocument Override(ParentRecipe given, RecipeFinder finder, ILogger log)
    {
        ChildRecipe.RequireTwoNames(given, options.Stated);
        if (given.Path is null || finder.RunsKappa(given))
        {
            var name = given.Path is null ? given.Stem + ChildRecipe.Kind : given.Title;
            return RecipeOverride.Of(name, given.Identifier, options.Stated);
        }

        var child = ChildRecipe.IdentifierOf(given, options.IdentifierPrefix);
        if (finder.FindIdentifier(child) is null)
        {
            log.Say(Note.Warning(
                $"AutoPkg's folders have no recipe {child} yet. kappa recipe {given.Title} writes it; put it into one "
                + "of them."));
        }

        return RecipeOverride.Of(given.Stem + ChildRecipe.Kind, child, options.Stated);
    }

    private string Done(RecipeDocument document, string path, AutoPkgFolders folders)
    {
        var (kind, wanted) = options.AsOverride
            ? ("an override", folders.Overrides)
            : ("a child", folders.Search);
        var next = options.AsOverride
            ? "It has no trust info yet. Look at the recipes that it builds on, then: autopkg update-trust-info"
            : "To see what it would do: autopkg run -v -k dry_run=true";
        var move = IsFound(path, wanted) ? "" : $"AutoPkg does not look there; move it to {wanted[0]}.\n";
        return $"Wrote {path}, {kind} of {document.Parent}.\n{move}{next} {document.Name}\n";
    }

    /// <summary>In one of the folders, or one level below.</summary>
    private static bool IsFound(string path, IReadOnlyList<string> folders) =>
        folders.Contains(Path.GetDirectoryName(path))
        || folders.Contains(Path.GetDirectoryName(Path.GetDirectoryName(path)));
}
