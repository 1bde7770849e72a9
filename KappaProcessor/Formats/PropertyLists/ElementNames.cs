using System.Xml;

namespace Claunia.PropertyList;

/// <summary>
/// The names that an XmlReader comes upon. One element can claim a million attributes, which it would sort
/// for seconds and hundreds of megabytes before anyone is asked; a property list has one attribute, plist's
/// version.
/// </summary>
internal sealed class ElementNames : NameTable
{
    private const int MostPerElement = 100;

    private int sinceElement;

    public void NextElement() => sinceElement = 0;

    public override string Add(char[] key, int start, int len) => ++sinceElement <= MostPerElement
        ? base.Add(key, start, len)
        : throw new PropertyListFormatException(
            $"The property list has an element with more than {MostPerElement} attributes or instructions.");
}
