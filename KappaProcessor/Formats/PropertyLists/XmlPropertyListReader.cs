using System.Xml;

namespace Claunia.PropertyList;

/// <summary>
/// An XML property list, after Apple's PropertyList-1.0.dtd: one value in a <c>plist</c> element, which may
/// be missing.
/// <code>
/// element        content
/// dict           any number of: key, then a value
/// array          any number of values
/// string, key    text
/// integer        decimal or 0x hexadecimal
/// real           decimal, nan, inf, infinity
/// date           2026-01-15T12:00:00Z
/// data           base64
/// true, false    nothing
/// </code>
/// Of a DOCTYPE nothing is used and nothing is fetched; entities other than XML's own five are an error.
/// </summary>
internal sealed class XmlPropertyListReader(XmlReader xml, ElementNames names)
{
    private const string NoInteger = "<integer> holds no integer of at most 64 bits";
    private const string NoDate = "<date> holds no date such as 2026-01-15T12:00:00Z";

    private readonly ReadingBudget budget = new();

    public static NSObject Read(ArraySegment<byte> document)
    {
        using var source = new MemoryStream(document.Array!, document.Offset, document.Count);
        var names = new ElementNames();
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            NameTable = names,
        };
        try
        {
            using var xml = XmlReader.Create(source, settings);
            return new XmlPropertyListReader(xml, names).ReadDocument();
        }
        catch (XmlException fault)
        {
            throw new PropertyListFormatException($"The property list is no proper XML: {fault.Message}", fault);
        }
    }

    private NSObject ReadDocument()
    {
        _ = xml.MoveToContent();
        var value = xml.Name == "plist" ? ReadRoot() : ReadValue(depth: 0);
        while (xml.Read())
        {
            // What follows the value must be well-formed too: a document cut short is no property list.
        }

        return value;
    }

    private NSObject ReadRoot()
    {
        if (!Enter() || xml.MoveToContent() != XmlNodeType.Element)
        {
            throw Fault("<plist> holds no value");
        }

        var value = ReadValue(depth: 0);
        Leave("plist");
        return value;
    }

    private NSObject ReadValue(int depth)
    {
        TakeElement();
        return xml.Name switch
        {
            "dict" => ReadDictionary(depth),
            "array" => ReadArray(depth),
            "string" => new NSString(ReadText()),
            "integer" => NSNumber.FromInteger(XmlScalar.Integer(ReadText()) ?? throw Fault(NoInteger)),
            "real" => new NSNumber(XmlScalar.Real(ReadText()) ?? throw Fault("<real> holds no number")),
            "date" => new NSDate(XmlScalar.Date(ReadText()) ?? throw Fault(NoDate)),
            "data" => new NSData(XmlScalar.Data(ReadText()) ?? throw Fault("<data> holds no base64")),
            "true" => ReadBoolean(true),
            "false" => ReadBoolean(false),
            _ => throw Fault($"{Element()} is no value of a property list"),
        };
    }

    /// <summary>Of a key given twice the last value counts, as it does on a Mac.</summary>
    private NSObject ReadDictionary(int depth)
    {
        ReadingBudget.CheckDepth(depth);
        var dictionary = new NSDictionary();
        if (!Enter())
        {
            return dictionary;
        }

        while (xml.MoveToContent() == XmlNodeType.Element)
        {
            var key = ReadKey();
            dictionary[key] = ReadValue(depth + 1);
        }

        Leave("dict");
        return FindUid(dictionary) ?? (NSObject)dictionary;
    }

    private string ReadKey()
    {
        if (xml.Name != "key")
        {
            throw Fault($"{Element()} stands in a <dict> where a <key> belongs");
        }

        TakeElement();
        var key = ReadText();
        return xml.MoveToContent() == XmlNodeType.Element && xml.Name != "key"
            ? key
            : throw Fault("a <key> has no value");
    }

    /// <summary>Apple's tools write a UID as a dictionary with the one key CF$UID.</summary>
    private static UID? FindUid(NSDictionary dictionary) =>
        dictionary.Count == 1
        && dictionary.ObjectForKey("CF$UID") is NSNumber number
        && number.isInteger()
        && number.ToLong() is >= 0 and <= uint.MaxValue
            ? new UID((ulong)number.ToLong())
            : null;

    private NSArray ReadArray(int depth)
    {
        ReadingBudget.CheckDepth(depth);
        var array = new NSArray();
        if (!Enter())
        {
            return array;
        }

        while (xml.MoveToContent() == XmlNodeType.Element)
        {
            array.Add(ReadValue(depth + 1));
        }

        Leave("array");
        return array;
    }

    private NSNumber ReadBoolean(bool value) =>
        string.IsNullOrWhiteSpace(ReadText())
            ? new NSNumber(value)
            : throw Fault("<true/> or <false/> holds a text");

    private void TakeElement()
    {
        budget.TakeObject();
        names.NextElement();
    }

    private string ReadText() => xml.ReadElementContentAsString();

    /// <summary>
    /// Goes past the start tag; false when the element is of the form <c>&lt;dict/&gt;</c>.
    /// </summary>
    private bool Enter()
    {
        var isEmpty = xml.IsEmptyElement;
        _ = xml.Read();
        return !isEmpty;
    }

    private void Leave(string element)
    {
        if (xml.MoveToContent() != XmlNodeType.EndElement)
        {
            throw Fault($"<{element}> holds a text or more than it may");
        }

        _ = xml.Read();
    }

    /// <summary>The element's name, shortened: whoever wrote the document chose its length.</summary>
    private string Element() => xml.Name.Length > 40 ? $"<{xml.Name[..40]}...>" : $"<{xml.Name}>";

    private PropertyListFormatException Fault(string what) =>
        new($"The property list is broken near line {((IXmlLineInfo)xml).LineNumber}: {what}.");
}
