namespace Claunia.PropertyList;

/// <summary>
/// A value of a property list. This folder stands in for the part of Claunia.PropertyList (NuGet plist-cil)
/// that is used here, under its names: <c>dotnet build -p:UsePlistCil=true</c> takes the package instead.
/// </summary>
public abstract class NSObject
{
    private protected NSObject()
    {
    }

    /// <summary>
    /// The value that stands for a .NET one: a text, truth value, number, time, byte array, or an
    /// <c>object[]</c>,
    /// <c>List&lt;object&gt;</c> or <c>Dictionary&lt;string, object&gt;</c> of those.
    /// </summary>
    public static NSObject Wrap(object o) => o switch
    {
        NSObject wrapped => wrapped,
        string text => new NSString(text),
        DateTime time => new NSDate(time),
        byte[] bytes => new NSData(bytes),
        object[] items => Wrap(items),
        List<object> items => Wrap(items),
        Dictionary<string, object> entries => Wrap(entries),
        _ => NSNumber.TryWrap(o)
            ?? throw new PropertyListException($"A property list cannot hold a {o.GetType().Name}."),
    };

    /// <summary>The whole document, to be encoded in UTF-8: declaration, DOCTYPE and this value.</summary>
    public string ToXmlPropertyList() => XmlPropertyListWriter.Write(this);

    /// <summary>
    /// The .NET value this stands for; arrays become <c>object[]</c>, an integer an int where it fits.
    /// </summary>
    public object ToObject() => this switch
    {
        NSDictionary entries => entries.ToDictionary(entry => entry.Key, entry => entry.Value.ToObject()),
        NSArray items => items.Select(item => item.ToObject()).ToArray(),
        NSString text => text.Content,
        NSNumber number => number.Unwrap(),
        NSDate date => date.Date,
        NSData data => data.Bytes,
        UID uid => uid.Bytes,
        _ => throw new System.Diagnostics.UnreachableException($"No value for {GetType()}."),
    };

    public abstract bool Equals(NSObject? obj);

    public sealed override bool Equals(object? obj) => Equals(obj as NSObject);

    public abstract override int GetHashCode();

    private static NSArray Wrap(IEnumerable<object> items) => [.. items.Select(Wrap)];

    private static NSDictionary Wrap(Dictionary<string, object> entries)
    {
        var wrapped = new NSDictionary();
        foreach (var (key, value) in entries)
        {
            wrapped[key] = Wrap(value);
        }

        return wrapped;
    }
}
