namespace Claunia.PropertyList;

/// <summary>What cannot be done with a property list.</summary>
public class PropertyListException : Exception
{
    public PropertyListException(string message)
        : base(message)
    {
    }

    public PropertyListException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
