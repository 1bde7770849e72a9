namespace Claunia.PropertyList;

/// <summary>
/// What was read is no property list, or a broken one; the message is a sentence that says where.
/// </summary>
public sealed class PropertyListFormatException : PropertyListException
{
    public PropertyListFormatException(string message)
        : base(message)
    {
    }

    internal PropertyListFormatException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
