namespace Claunia.PropertyList;

public sealed class NSDate(DateTime d) : NSObject
{
    /// <summary>In UTC when it was read; a local time given here is converted where it is written.</summary>
    public DateTime Date { get; } = d;

    public override bool Equals(NSObject? obj) =>
        obj is NSDate other && other.Date.ToUniversalTime() == Date.ToUniversalTime();

    public override int GetHashCode() => Date.ToUniversalTime().GetHashCode();
}
