namespace Kappa.Tests.Architecture;

internal sealed class LayeringTests
{
    [Test]
    public void Every_folder_uses_only_those_it_may() =>
        Assert.That(SourceFile.Product.SelectMany(Layers.Trespasses), Is.Empty);

    [Test]
    public void Every_package_is_known_to_one_folder_alone() =>
        Assert.That(SourceFile.Product.SelectMany(Layers.BorrowedPackages), Is.Empty);

    [Test]
    public void Every_folder_of_the_product_has_a_place_in_the_table()
    {
        var folders = SourceFile.Product
            .Select(file => file.Path.Split('/'))
            .Where(parts => parts.Length > 2)
            .Select(parts => parts[1]);

        Assert.That(folders.Distinct(), Is.SubsetOf(Layers.MayUse.Keys.Append("Commands")));
    }

    [Test]
    public void Nobody_uses_one_who_uses_him() =>
        Assert.That(
            Layers.MayUse.Where(row => Reachable(row.Value).Contains(row.Key)).Select(row => row.Key), Is.Empty);

    [TestCase("Planning", "using Kappa.Configuration;", TestName = "A use that is allowed")]
    [TestCase("Planning", "using Kappa.Tenant.Models;", TestName = "A use of a part that is allowed")]
    [TestCase(
        "Planning", "throw new Kappa.KappaException(what, remedy);",
        TestName = "A use of the root folder")]
    [TestCase("Formats/Xar", "using Kappa.Formats.Streams;", TestName = "A use within the folder")]
    [TestCase("Commands", "using Kappa.Sandbox;", TestName = "A command's use")]
    [TestCase("Planning", "// not Kappa.Publishing", TestName = "A mention in a comment")]
    public void Is_allowed(string folder, string line) =>
        Assert.That(Layers.Trespasses(Sample(folder, line)), Is.Empty);

    [TestCase("Planning", "using Kappa.Publishing;", "Publishing")]
    [TestCase(
        "Planning", "using Kappa.Tenant;", "Tenant",
        TestName = "The part does not stand for the whole")]
    [TestCase("Tenant/Models", "using Kappa.Tenant;", "Tenant", TestName = "A part may not use the whole")]
    [TestCase(
        "Tenant/Models", "var secret = new Kappa.Secrets.Secret(text);", "Secrets",
        TestName = "A name written out")]
    [TestCase("Formats/Xar", "using Kappa.Installers;", "Installers")]
    [TestCase("Reporting", "using Kappa.Commands;", "Commands")]
    public void Is_a_trespass(string folder, string line, string layer) =>
        Assert.That(
            Layers.Trespasses(Sample(folder, line)),
            Is.EqualTo([$"KappaProcessor/{folder}/Sample.cs:1 uses {layer}"]));

    [TestCase("Tenant", "using Polly.Retry;", false)]
    [TestCase("Publishing", "using Polly;", true)]
    [TestCase("Secrets", "using CliWrap;", true)]
    public void A_borrowed_package_is_found(string folder, string line, bool found) =>
        Assert.That(Layers.BorrowedPackages(Sample(folder, line)).Any(), Is.EqualTo(found));

    private static HashSet<string> Reachable(IEnumerable<string> layers)
    {
        var reached = new HashSet<string>();
        var ahead = new Queue<string>(layers);
        while (ahead.TryDequeue(out var layer))
        {
            if (reached.Add(layer))
            {
                Layers.MayUse[layer].ToList().ForEach(ahead.Enqueue);
            }
        }

        return reached;
    }

    private static SourceFile Sample(string folder, string text) =>
        new($"KappaProcessor/{folder}/Sample.cs", text);
}
