using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>What the pages tell people to type does what they say, typed in its order on a machine of its own.</summary>
[Platform(Exclude = "Win")]
[Category("AutoPkg")]
internal sealed class DocumentedCommandsTests
{
    private static IEnumerable<DocumentedPage> Pages => DocumentedPage.All.Where(page => page.Commands.Count > 0);

    [TestCaseSource(nameof(Pages))]
    [Category(BuiltExecutable.Category)]
    public async Task Every_command_works(DocumentedPage page)
    {
        await using var machine = await AdministratorsMachine.StartAsync();
        if (page.Path == "shim/COMING_FROM.md")
        {
            machine.WithKappaOfOld();
        }

        if (!page.Text.Contains("RECIPE_SEARCH_DIRS -array-add", StringComparison.Ordinal))
        {
            machine.WithShimInAutoPkg();
        }

        var run = await machine.TypeAsync(page.Script);

        Assert.That(run.ExitCode, Is.Zero, $"{run.StandardOutput}\n{run.StandardError}");
    }

    [TestCaseSource(typeof(DocumentedPage), nameof(DocumentedPage.All))]
    public void No_command_hides_in_a_block_of_another_kind(DocumentedPage page) =>
        Assert.That(page.Kinds, Has.All.AnyOf("sh", "xml", "json", "yaml", "text"));
}
