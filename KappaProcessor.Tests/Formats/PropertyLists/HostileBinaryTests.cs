using Claunia.PropertyList;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.PropertyLists;

internal sealed class HostileBinaryTests
{
    [TestCase("00", "offset 8 it has a value of an unknown kind, 0x00", TestName = "null")]
    [TestCase("0F", "unknown kind, 0x0F", TestName = "A filler")]
    [TestCase("0C", "unknown kind, 0x0C", TestName = "A URL")]
    [TestCase("73 616263", "unknown kind, 0x73", TestName = "UTF-8")]
    [TestCase("B0", "unknown kind, 0xB0", TestName = "An ordered set")]
    [TestCase("C0", "unknown kind, 0xC0", TestName = "A set")]
    [TestCase("15 00000000000000000000000000000000 00000000000000000000000000000000", "an integer of 32 bytes")]
    [TestCase("1F 00", "an integer of 32768 bytes")]
    [TestCase("14 0000000000000001 0000000000000000", "an integer that does not fit into 64 bits")]
    [TestCase("14 FFFFFFFFFFFFFFFF 0000000000000000", "an integer that does not fit into 64 bits")]
    [TestCase("13 00", "a value that claims 8 bytes where 1 are left")]
    [TestCase("20 00", "unknown kind, 0x20", TestName = "A real of one byte")]
    [TestCase("24 00000000000000000000000000000000", "unknown kind, 0x24", TestName = "A real of sixteen bytes")]
    [TestCase("23 00", "a value that claims 8 bytes where 1 are left")]
    [TestCase("32 00000000", "unknown kind, 0x32", TestName = "A date of four bytes")]
    [TestCase("33 7FF8000000000000", "a date outside the years 1 to 9999", TestName = "A date that is no number")]
    [TestCase("33 7FF0000000000000", "a date outside the years 1 to 9999", TestName = "A date without end")]
    [TestCase("33 424D62D23C800000", "a date outside the years 1 to 9999", TestName = "The first second of the year 10000")]
    [TestCase("33 C22D63C37F000001", "a date outside the years 1 to 9999", TestName = "Just before the year 1")]
    [TestCase("53 6162", "a value that claims 3 bytes where 2 are left")]
    [TestCase("51 FF", "a text that is not ASCII")]
    [TestCase("62 0041", "a value that claims 4 bytes where 2 are left")]
    [TestCase("88 000000000000000000", "a UID of 9 bytes")]
    [TestCase("5F", "a value that claims 1 bytes where 0 are left", TestName = "A length that is missing")]
    [TestCase("5F 51 61", "a value whose length is no integer")]
    [TestCase("5F 13 FFFFFFFFFFFFFFFF", "a value of the length -1")]
    [TestCase("5F 13 7FFFFFFFFFFFFFFF", "a value that claims 9223372036854775807 bytes where 0 are left")]
    [TestCase("6F 14 0000000000000000 FFFFFFFFFFFFFFFF", "claims 36893488147419103230 bytes where 0 are left")]
    [TestCase("4F 12 7FFFFFFF", "a value that claims 2147483647 bytes where 0 are left")]
    [TestCase("AF 12 7FFFFFFF", "a value that claims 2147483647 bytes where 0 are left")]
    [TestCase("DF 13 7FFFFFFFFFFFFFFF", "a value that claims 18446744073709551614 bytes where 0 are left")]
    [TestCase("A1 05", "it refers to object 5 of 1")]
    [TestCase("A1 00", "an array or dictionary that contains itself")]
    [TestCase("D1 00 00", "a key that is not a text")]
    public void Refuses_an_object_that_is_not_as_it_should_be(string hex, string reason)
    {
        var bytes = new BinaryPlistBuilder()
            .Raw(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)))
            .Build();

        Assert.That(() => PropertyListParser.Parse(bytes), Throws.TypeOf<PropertyListFormatException>()
            .With.Message.StartsWith("The binary property list is broken: ").And.Message.Contains(reason));
    }

    [TestCaseSource(nameof(LyingTrailers))]
    public void Refuses_a_trailer_that_lies(byte[] bytes, string reason) =>
        Assert.That(() => PropertyListParser.Parse(bytes), Throws.TypeOf<PropertyListFormatException>()
            .With.Message.Contains(reason));

    private static IEnumerable<TestCaseData> LyingTrailers()
    {
        yield return Lie("no size of offsets", new() { ClaimedOffsetSize = 0 }, "offsets a size of 0");
        yield return Lie("a huge size of offsets", new() { ClaimedOffsetSize = 255 }, "offsets a size of 255");
        yield return Lie("another size of offsets", new() { ClaimedOffsetSize = 2 }, "does not fill the file");
        yield return Lie("no size of references", new() { ClaimedReferenceSize = 0 }, "references a size of 0");
        yield return Lie("a huge size of references", new() { ClaimedReferenceSize = 9 }, "references a size of 9");
        yield return Lie("no objects", new() { ClaimedCount = 0 }, "outermost object is number 0 of 0");
        yield return Lie("more objects", new() { ClaimedCount = 2 }, "does not fill the file");
        yield return Lie("all objects there can be", new() { ClaimedCount = ulong.MaxValue }, "does not fill the file");
        yield return Lie("a product that overflows", new() { ClaimedCount = (1UL << 62) + 1 }, "does not fill the file");
        yield return Lie("an outermost object beyond", new() { TopObject = 1 }, "outermost object is number 1 of 1");
        yield return Lie("a table in the header", new() { ClaimedTable = 0 }, "does not fill the file");
        yield return Lie("a table in the trailer", new() { ClaimedTable = 20 }, "does not fill the file");
        yield return Lie("a table far away", new() { ClaimedTable = ulong.MaxValue }, "does not fill the file");
        yield return Lie("an object in the header", new() { ClaimedOffset = 7 }, "object 0 cannot be at offset 7");
        yield return Lie("an object in the table", new() { ClaimedOffset = 10 }, "object 0 cannot be at offset 10");
        yield return Lie("an object far away", new() { ClaimedOffset = uint.MaxValue }, "object 0 cannot be at offset");
        yield return Lie("version 1.5", new() { Magic = "bplist15" }, "of a newer version");
    }

    [Test]
    public void Refuses_arrays_that_contain_one_another()
    {
        var bytes = new BinaryPlistBuilder().Array(1).Dictionary((2, 0)).Text("k").Build();

        Assert.That(() => PropertyListParser.Parse(bytes), Throws.TypeOf<PropertyListFormatException>()
            .With.Message.EndsWith("an array or dictionary that contains itself."));
    }

    [TestCase(128, true)]
    [TestCase(129, false)]
    [TestCase(50_000, false)]
    public void Nests_128_deep_and_no_deeper(int depth, bool readable)
    {
        var builder = new BinaryPlistBuilder { ReferenceSize = 4 };
        for (var level = 1; level < depth; level++)
        {
            builder.Array(level);
        }

        var bytes = builder.Array().Build();

        Assert.That(
            () => PropertyListParser.Parse(bytes),
            readable ? Throws.Nothing : Throws.TypeOf<PropertyListFormatException>()
                .With.Message.EqualTo("The property list is nested deeper than 128 levels."));
    }

    [Test]
    public void Does_not_unfold_ten_levels_of_ten_references()
    {
        var builder = new BinaryPlistBuilder();
        for (var level = 1; level <= 10; level++)
        {
            builder.Array([.. Enumerable.Repeat(level, 10)]);
        }

        var bytes = builder.Text("lol").Build();

        var allocated = Allocations.Of(() => Refuse(bytes, "holds more than 250,000 values"));

        Assert.That(allocated, Is.LessThan(64_000_000));
    }

    [Test]
    public void Does_not_unfold_one_long_text_a_thousand_times()
    {
        var bytes = new BinaryPlistBuilder()
            .Array([.. Enumerable.Repeat(1, 1000)])
            .Text(new string('x', 1_000_000))
            .Build();

        var allocated = Allocations.Of(() => Refuse(bytes, "holds more than 8,388,608 bytes"));

        Assert.That(allocated, Is.LessThan(64_000_000));
    }

    [Test]
    public void Does_not_make_room_for_what_is_only_claimed()
    {
        var bytes = new BinaryPlistBuilder().Raw(0xAF, 0x12, 0x7F, 0xFF, 0xFF, 0xFF).Build();

        var allocated = Allocations.Of(() => Refuse(bytes, "claims 2147483647 bytes"));

        Assert.That(allocated, Is.LessThan(1_000_000));
    }

    private static TestCaseData Lie(string name, BinaryPlistBuilder builder, string reason) =>
        new TestCaseData(builder.Raw(0x08).Build(), reason).SetName($"A trailer that claims {name}");

    private static void Refuse(byte[] bytes, string reason) =>
        Assert.That(() => PropertyListParser.Parse(bytes), Throws.TypeOf<PropertyListFormatException>()
            .With.Message.Contains(reason));
}
