using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Kappa.Formats.Streams;

namespace Kappa.Formats.Xml;

/// <summary>
/// XML from a file that may be hostile: no DTD, no entities, and no more nodes than real ones have.
/// </summary>
internal static class XmlTree
{
    /// <param name="document">The document's bytes, in any encoding that it declares.</param>
    /// <param name="name">What a message calls it, <c>PackageInfo</c>.</param>
    /// <param name="offset">Where it starts in the file that holds it.</param>
    /// <exception cref="MediaFormatException">It is malformed, has a DTD, or is too large.</exception>
    public static XElement Parse(byte[] document, string name, long offset)
    {
        var place = new Place(name, offset);
        try
        {
            CheckCount(document, '<', SizeLimits.XmlTags, place);
            CheckCount(document, '=', SizeLimits.XmlAttributes, place);
            CheckDepth(document, place);
            using var reader = Read(document);
            var root = XElement.Load(reader, LoadOptions.SetLineInfo);
            root.AddAnnotation(place);
            return root;
        }
        catch (XmlException fault)
        {
            // The reader's own words for a DTD are advice to programmers.
            throw fault.Message.Contains("DTD", StringComparison.Ordinal)
                ? place.Fault("it has a document type (DTD)", "real ones have none, and none is read")
                : place.Fault(
                    $"it is no sound XML ({fault.Message.TrimEnd('.')})", "sound XML belongs there");
        }
    }

    /// <summary>What is wrong at this element, told with its document and line.</summary>
    public static MediaFormatException Fault(this XElement at, string found, string wanted)
    {
        var place = at.AncestorsAndSelf().Last().Annotation<Place>() ?? new Place("XML", 0);
        var line = ((IXmlLineInfo)at).LineNumber;
        return place.Fault(string.Create(CultureInfo.InvariantCulture, $"line {line}: {found}"), wanted);
    }

    /// <summary>The attribute's text, or null where it is absent or blank.</summary>
    public static string? Text(this XElement element, string attribute) =>
        element.Attribute(attribute)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The attribute as a number of something, or null where it is absent or blank.</summary>
    public static long? Count(this XElement element, string attribute)
    {
        if (element.Text(attribute) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and < 1e15
            ? (long)number
            : throw element.Fault($"{attribute} is '{text}'", "it is a number, 0 or more");
    }

    /// <summary>
    /// Before the reader does: it takes in all attributes of an element before it shows the first.
    /// </summary>
    private static void CheckCount(byte[] document, char mark, int limit, Place place)
    {
        var count = document.AsSpan().Count((byte)mark);
        if (count > limit)
        {
            throw place.Fault($"'{mark}' stands in it {count:N0} times", $"at most {limit:N0} are believed");
        }
    }

    /// <summary>Before the tree is built: each new node of it looks for its root.</summary>
    private static void CheckDepth(byte[] document, Place place)
    {
        using var reader = Read(document);
        while (reader.Read())
        {
            if (reader.Depth > SizeLimits.XmlDepth)
            {
                throw place.Fault($"its elements nest more than {SizeLimits.XmlDepth} deep", "real ones do not");
            }
        }
    }

    private static XmlReader Read(byte[] document)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        return XmlReader.Create(new MemoryStream(document), settings);
    }

    private sealed record Place(string Name, long Offset)
    {
        public MediaFormatException Fault(string found, string wanted) => new(Name, Offset, found, wanted);
    }
}
