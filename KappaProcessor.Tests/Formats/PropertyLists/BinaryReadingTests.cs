using Claunia.PropertyList;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.PropertyLists;

internal sealed class BinaryReadingTests
{
    [TestCase("08", false)]
    [TestCase("09", true)]
    [TestCase("10 FF", 255)]
    [TestCase("11 FFFF", 65535)]
    [TestCase("12 FFFFFFFF", 4294967295L)]
    [TestCase("13 FFFFFFFFFFFFFFFF", -1)]
    [TestCase("13 0000000000000001", 1)]
    [TestCase("14 0000000000000000 8000000000000000", 9223372036854775808UL)]
    [TestCase("14 FFFFFFFFFFFFFFFF FFFFFFFFFFFFFFFE", -2)]
    [TestCase("22 3FC00000", 1.5)]
    [TestCase("23 3FF8000000000000", 1.5)]
    [TestCase("50", "")]
    [TestCase("53 616263", "abc")]
    [TestCase("5F 10 03 616263", "abc", TestName = "A length in an integer of its own")]
    [TestCase("5F 13 0000000000000003 616263", "abc", TestName = "A length in eight bytes")]
    [TestCase("61 00FC", "ü")]
    [TestCase("62 D83C DF4F", "\U0001F34F", TestName = "A surrogate pair counts as two")]
    [TestCase("61 D83C", "\uFFFD", TestName = "Half a surrogate pair is replaced")]
    [TestCase("51 01", "\u0001")]
    public void Reads_values(string hex, object value)
    {
        var bytes = new BinaryPlistBuilder().Raw(Bytes(hex)).Build();

        var read = PropertyListParser.Parse(bytes).ToObject();

        Assert.That(read, Is.EqualTo(value).And.TypeOf(value.GetType()));
    }

    [TestCase("33 0000000000000000", "2001-01-01T00:00:00.0000000Z")]
    [TestCase("33 3FF8000000000000", "2001-01-01T00:00:01.5000000Z")]
    [TestCase("33 C1CD27E440000000", "1970-01-01T00:00:00.0000000Z")]
    [TestCase("33 C22D63C37F000000", "0001-01-01T00:00:00.0000000Z")]
    [TestCase("33 424D62D23C7F8000", "9999-12-31T23:59:59.0000000Z")]
    public void Reads_dates(string hex, string date)
    {
        var bytes = new BinaryPlistBuilder().Raw(Bytes(hex)).Build();

        Assert.That(((NSDate)PropertyListParser.Parse(bytes)).Date.ToString("O"), Is.EqualTo(date));
    }

    [TestCase("80 05", 5UL)]
    [TestCase("82 010000", 65536UL)]
    [TestCase("87 FFFFFFFFFFFFFFFF", ulong.MaxValue)]
    public void Reads_UIDs_of_every_length(string hex, ulong number)
    {
        var bytes = new BinaryPlistBuilder().Raw(Bytes(hex)).Build();

        Assert.That(PropertyListParser.Parse(bytes), Is.EqualTo(new UID(number)));
    }

    [TestCase("40", "")]
    [TestCase("43 010203", "010203")]
    [TestCase("4F 11 0003 010203", "010203")]
    public void Reads_data(string hex, string content)
    {
        var bytes = new BinaryPlistBuilder().Raw(Bytes(hex)).Build();

        Assert.That(((NSData)PropertyListParser.Parse(bytes)).Bytes, Is.EqualTo(Bytes(content)));
    }

    [TestCase(1, 1)]
    [TestCase(2, 3)]
    [TestCase(3, 4)]
    [TestCase(8, 8)]
    public void Reads_references_and_offsets_of_every_size(int references, int offsets)
    {
        var bytes = new BinaryPlistBuilder { ReferenceSize = references, OffsetSize = offsets }
            .Dictionary((1, 2)).Text("key").Text("value").Build();

        var read = (NSDictionary)PropertyListParser.Parse(bytes);

        Assert.That(read["key"].ToString(), Is.EqualTo("value"));
    }

    [TestCase("bplist00")]
    [TestCase("bplist01")]
    public void Reads_every_version_that_starts_with_0(string magic)
    {
        var bytes = new BinaryPlistBuilder { Magic = magic }.Text("x").Build();

        Assert.That(PropertyListParser.Parse(bytes).ToString(), Is.EqualTo("x"));
    }

    [Test]
    public void Starts_at_the_object_that_the_trailer_names()
    {
        var bytes = new BinaryPlistBuilder { TopObject = 1 }.Text("inner").Array(0).Build();

        Assert.That(PropertyListParser.Parse(bytes), Is.InstanceOf<NSArray>().With.Count.EqualTo(1));
    }

    [Test]
    public void Takes_the_first_of_a_key_given_twice_as_a_Mac_does()
    {
        var bytes = new BinaryPlistBuilder()
            .Dictionary((1, 2), (1, 3)).Text("k").Text("first").Text("second")
            .Build();

        Assert.That(((NSDictionary)PropertyListParser.Parse(bytes))["k"].ToString(), Is.EqualTo("first"));
    }

    [Test]
    public void Gives_each_reference_an_array_of_its_own()
    {
        var bytes = new BinaryPlistBuilder().Array(1, 1).Array().Build();
        var outer = (NSArray)PropertyListParser.Parse(bytes);

        ((NSArray)outer[0]).Add("x");

        Assert.That((NSArray)outer[1], Is.Empty);
    }

    private static byte[] Bytes(string hex) =>
        Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
