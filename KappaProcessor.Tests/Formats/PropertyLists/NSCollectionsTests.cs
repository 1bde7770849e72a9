using Claunia.PropertyList;
using Kappa.Tests.Support;

namespace Kappa.Tests.Formats.PropertyLists;

internal sealed class NSCollectionsTests
{
    [Test]
    public void A_dictionary_keeps_its_order_when_an_entry_goes_and_another_comes()
    {
        var dictionary = new NSDictionary { { "a", 1L }, { "b", 2L }, { "c", 3L } };

        dictionary.Remove("a");
        dictionary.Add("d", 4L);

        Assert.That(dictionary.Keys, Is.EqualTo(["b", "c", "d"]));
    }

    [Test]
    public void A_dictionary_has_an_entry_only_with_its_value()
    {
        ICollection<KeyValuePair<string, NSObject>> dictionary = new NSDictionary { { "a", 1L } };

        Assert.That(dictionary, Does.Contain(KeyValuePair.Create("a", (NSObject)new NSNumber(1)))
            .And.Not.Contain(KeyValuePair.Create("a", (NSObject)new NSNumber(2))));
    }

    [Test]
    public void Dictionaries_are_equal_in_any_order()
    {
        var one = new NSDictionary { { "a", 1L }, { "b", "x" } };
        var other = new NSDictionary { { "b", "x" }, { "a", 1L } };

        Assert.That(one.Equals(other), Is.True);
    }

    [TestCase("a", 2L)]
    [TestCase("b", 1L)]
    public void Dictionaries_with_another_key_or_value_are_not_equal(string key, long value)
    {
        var one = new NSDictionary { { "a", 1L } };
        var other = new NSDictionary { { key, value } };

        Assert.That(one.Equals(other), Is.False);
    }

    [Test]
    public void A_value_of_a_type_that_no_property_list_has_is_refused() =>
        Assert.That(() => new NSDictionary { { "a", new Uri("https://example.com") } },
            Throws.TypeOf<PropertyListException>().With.Message.EqualTo("A property list cannot hold a Uri."));

    [Test]
    public void What_was_wrapped_is_unwrapped_the_same()
    {
        var value = new Dictionary<string, object>
        {
            ["texts"] = new object[] { "a", "b" },
            ["numbers"] = new object[] { 1, 2L << 40, 1.5, true },
            ["bytes"] = new byte[] { 1, 2 },
            ["date"] = Some.Noon.UtcDateTime,
        };

        Assert.That(NSObject.Wrap(value).ToObject(), Is.EqualTo(value));
    }
}
