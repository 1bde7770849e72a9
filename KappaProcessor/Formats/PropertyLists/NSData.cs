namespace Claunia.PropertyList;

public sealed class NSData(byte[] bytes) : NSObject
{
    public byte[] Bytes { get; } = bytes;

    public int Length => Bytes.Length;

    public override bool Equals(NSObject? obj) =>
        obj is NSData other && other.Bytes.AsSpan().SequenceEqual(Bytes);

    public override int GetHashCode() => Bytes.Length;
}
