using Claunia.PropertyList;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.PropertyLists;

/// <summary>The stand-in has nothing that the package it stands in for has not.</summary>
internal sealed class PromisedSurfaceTests
{
    [Test]
    public void Has_no_member_that_plist_cil_has_not()
    {
        var package = File.ReadLines(Path.Combine(
            TestContext.CurrentContext.TestDirectory, "Fixtures", "plists", "plist-cil-2.2.surface.txt"));

        Assert.That(Surface().Except(package), Is.Empty);
    }

    [Test]
    public void Has_the_members_that_it_is_written_down_to_have() =>
        Golden.Matches(string.Join('\n', Surface()), "PromisedSurfaceTests.Surface");

    private static IReadOnlyList<string> Surface() =>
        PublicSurface.Of(typeof(NSObject).Assembly, typeof(NSObject).Namespace!);
}
