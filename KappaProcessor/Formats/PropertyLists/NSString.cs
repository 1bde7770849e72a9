namespace Claunia.PropertyList;

public sealed class NSString(string text) : NSObject
{
    public string Content { get; } = text;

    public override bool Equals(NSObject? obj) => obj is NSString other && other.Content == Content;

    public override int GetHashCode() => Content.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Content;
}
