using System.Runtime.CompilerServices;
using Kappa.Matching;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Matching;

internal sealed class NameSimilarityTests
{
    [TestCaseSource(nameof(DifflibRatios))]
    public void Is_the_ratio_that_difflib_gives(string a, string b, double ratio) =>
        Assert.That(NameSimilarity.Ratio(a, b), Is.EqualTo(ratio));

    [TestCaseSource(nameof(DifflibRatios))]
    public void Is_the_same_with_a_floor_or_nothing_below_it(string a, string b, double ratio) =>
        Assert.That(new NameSimilarity(b).RatioOf(a, 0.85), Is.EqualTo(ratio < 0.85 ? null : (double?)ratio));

    [Test]
    public void Says_nothing_only_below_the_floor()
    {
        var similarity = new NameSimilarity("abcdefghij");

        var ratio = similarity.RatioOf("abcdefghiX", 0.9);

        Assert.That(ratio, Is.EqualTo(0.9));
    }

    [Test]
    public void Was_compared_with_enough_of_difflib() =>
        Assert.That(DifflibRatios().Count(), Is.GreaterThanOrEqualTo(200));

    private static IEnumerable<TestCaseData> DifflibRatios() => JArray
        .Parse(File.ReadAllText(Path.Combine(ProjectFolder(), "Fixtures", "Matching", "difflib-ratios.json")))
        .Select((row, at) => new TestCaseData((string?)row[0], (string?)row[1], (double)row[2]!)
            .SetArgDisplayNames($"row {at + 1}"));

    private static string ProjectFolder([CallerFilePath] string caller = "") =>
        Path.GetDirectoryName(Path.GetDirectoryName(caller))!;
}
