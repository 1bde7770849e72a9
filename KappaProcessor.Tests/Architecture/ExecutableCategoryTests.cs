using System.Text.RegularExpressions;

namespace Kappa.Tests.Architecture;

/// <summary>What is run again with each published executable is all that can be.</summary>
internal sealed partial class ExecutableCategoryTests
{
    [Test]
    public void Tests_that_start_the_executable_are_of_its_category() => Assert.That(
        SourceFile.Tests
            .Where(file => file.Name.EndsWith("Tests.cs", StringComparison.Ordinal) && file.Find(Start()).Any())
            .Where(file => !Named().IsMatch(file.Text))
            .Select(file => file.Path),
        Is.Empty);

    [GeneratedRegex(@"\bBuiltExecutable\.Path\b|\.StartExecutable\(|\bAdministratorsMachine\.StartAsync\(")]
    private static partial Regex Start();

    /// <summary>Those with AutoPkg itself are for a job of their own.</summary>
    [GeneratedRegex(@"\[Category\((BuiltExecutable\.Category|""AutoPkg"")\)\]")]
    private static partial Regex Named();
}
