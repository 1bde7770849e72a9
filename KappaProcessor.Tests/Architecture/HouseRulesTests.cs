using System.Text;

namespace Kappa.Tests.Architecture;

internal sealed class HouseRulesTests
{
    /// <summary>
    /// A secret is looked at where it goes into a request and where a leak is scrubbed, and nowhere else.
    /// </summary>
    private const int FilesThatMayReveal = 3;

    [Test]
    public void No_file_of_the_product_is_too_long_to_read() =>
        Assert.That(SourceFile.Product.SelectMany(HouseRules.TooLong), Is.Empty);

    [Test]
    public void No_warning_is_switched_off_in_the_product() =>
        Assert.That(SourceFile.Product.SelectMany(HouseRules.Pragmas), Is.Empty);

    [Test]
    public void Nobody_catches_everything() =>
        Assert.That(SourceFile.Product.SelectMany(HouseRules.CatchesOfEverything), Is.Empty);

    [Test]
    public void Nobody_touches_the_console() =>
        Assert.That(SourceFile.Product.SelectMany(HouseRules.UsesOfTheConsole), Is.Empty);

    [Test]
    public void Few_files_look_at_a_secret()
    {
        var places = SourceFile.Product.SelectMany(HouseRules.RevealedSecrets).ToList();

        var files = places.Select(place => place.Split(':')[0]).Distinct().ToList();

        Assert.That(files, Has.Count.AtMost(FilesThatMayReveal), string.Join(", ", places));
    }

    [Test]
    public void Every_type_has_a_name_that_says_something() =>
        Assert.That(SourceFile.Product.SelectMany(HouseRules.NamesThatSayNothing), Is.Empty);

    [Test]
    public void Nothing_is_left_undone() =>
        Assert.That(SourceFile.Product.SelectMany(HouseRules.ThingsLeftUndone), Is.Empty);

    [Test]
    public void Namespaces_follow_folders() =>
        Assert.That(
            SourceFile.Product.Concat(SourceFile.Tests).SelectMany(HouseRules.StrayNamespaces), Is.Empty);

    [Test]
    public void Text_files_have_no_byte_order_mark_and_end_lines_alike() =>
        Assert.That(
            SourceFile.All.SelectMany(file => HouseRules.ForeignLineEndings(file.Path, file.ReadBytes())), Is.Empty);

    [Test]
    public void No_type_of_the_product_is_public() =>
        Assert.That(
            typeof(KappaException).Assembly.GetExportedTypes().Select(type => type.Namespace),
            Has.All.EqualTo("Claunia.PropertyList"));

    [TestCase("#pragma warning disable CA1502")]
    [TestCase("    #pragma warning disable CA1502")]
    public void A_pragma_is_found(string line) =>
        Assert.That(HouseRules.Pragmas(Sample(line)), Is.EqualTo(["KappaProcessor/Planning/Sample.cs:1"]));

    [TestCase("catch (Exception)")]
    [TestCase("catch (Exception error) when (error is IOException)")]
    [TestCase("catch (System.Exception error)")]
    [TestCase("} catch {")]
    [TestCase("catch")]
    public void A_catch_of_everything_is_found(string line) =>
        Assert.That(HouseRules.CatchesOfEverything(Sample(line)), Is.Not.Empty);

    [TestCase("catch (KappaException)")]
    [TestCase("// catch (Exception) is for Program")]
    public void A_catch_of_something_is_not(string line) =>
        Assert.That(HouseRules.CatchesOfEverything(Sample(line)), Is.Empty);

    [TestCase("Console.WriteLine();", true)]
    [TestCase("var width = System.Console.WindowWidth;", true)]
    [TestCase("new ConsoleTarget();", false)]
    [TestCase("answers.Console.App(id);", false)]
    public void A_use_of_the_console_is_found(string line, bool found) =>
        Assert.That(HouseRules.UsesOfTheConsole(Sample(line)).Any(), Is.EqualTo(found));

    [TestCase("internal sealed class UploadManager(Stream file)", true)]
    [TestCase("internal sealed record InstallerInfo", true)]
    [TestCase("internal enum RequestData", true)]
    [TestCase("internal sealed record SelfServiceCategory(string Id);", false)]
    [TestCase("internal sealed class PackageInfoXml", false)]
    public void A_name_that_says_nothing_is_found(string line, bool found) =>
        Assert.That(HouseRules.NamesThatSayNothing(Sample(line)).Any(), Is.EqualTo(found));

    [TestCase(HouseRules.LongestFile, false)]
    [TestCase(HouseRules.LongestFile + 1, true)]
    public void A_file_that_is_too_long_is_found(int lines, bool found) =>
        Assert.That(
            HouseRules.TooLong(Sample(string.Concat(Enumerable.Repeat("x\n", lines)))).Any(), Is.EqualTo(found));

    [TestCase("namespace Kappa.Planning;", false)]
    [TestCase("namespace Kappa.Reporting;", true)]
    public void A_stray_namespace_is_found(string line, bool found) =>
        Assert.That(HouseRules.StrayNamespaces(Sample(line)).Any(), Is.EqualTo(found));

    [TestCase("a\nb\n", false)]
    [TestCase("a\r\nb\n", true)]
    [TestCase("\ufeffa\n", true)]
    public void A_foreign_line_ending_is_found(string text, bool found) =>
        Assert.That(
            HouseRules.ForeignLineEndings("Sample.cs", Encoding.UTF8.GetBytes(text)).Any(), Is.EqualTo(found));

    private static SourceFile Sample(string text) => new("KappaProcessor/Planning/Sample.cs", text);
}
