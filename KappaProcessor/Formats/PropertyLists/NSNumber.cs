using System.Globalization;

namespace Claunia.PropertyList;

/// <summary>
/// A truth value, an integer or a real. Integers are exact over everything a property list can hold, from the
/// smallest signed to the largest unsigned one of 64 bits; a conversion to a type that cannot hold the value
/// gives that type's nearest, so that a huge number never turns into a small one.
/// </summary>
public sealed class NSNumber : NSObject
{
    private readonly NumberKind kind;
    private readonly Int128 whole;
    private readonly double real;

    public NSNumber(bool b)
        : this(NumberKind.Boolean, b ? 1 : 0)
    {
    }

    public NSNumber(int i)
        : this(NumberKind.Integer, i)
    {
    }

    public NSNumber(long l)
        : this(NumberKind.Integer, l)
    {
    }

    public NSNumber(double d)
    {
        kind = NumberKind.Real;
        whole = (long)Math.Round(d);
        real = d;
    }

    private NSNumber(NumberKind kind, Int128 whole)
    {
        this.kind = kind;
        this.whole = whole;
        real = (double)whole;
    }

    private enum NumberKind
    {
        Boolean,
        Integer,
        Real,
    }

    public bool isBoolean() => kind == NumberKind.Boolean;

    public bool isInteger() => kind == NumberKind.Integer;

    public bool isReal() => kind == NumberKind.Real;

    /// <summary>False for zero; a real is rounded first.</summary>
    public bool ToBool() => whole != 0;

    /// <summary>A real is rounded.</summary>
    public long ToLong() => (long)Int128.Clamp(whole, long.MinValue, long.MaxValue);

    /// <inheritdoc cref="ToLong"/>
    public int ToInt() => (int)Int128.Clamp(whole, int.MinValue, int.MaxValue);

    public double ToDouble() => real;

    public override bool Equals(NSObject? obj) =>
        obj is NSNumber other && other.kind == kind && other.whole == whole && other.real.Equals(real);

    public override int GetHashCode() => HashCode.Combine(kind, real);

    public override string ToString() => kind switch
    {
        NumberKind.Boolean => ToBool().ToString(),
        NumberKind.Integer => whole.ToString(CultureInfo.InvariantCulture),
        _ => real.ToString("R", CultureInfo.InvariantCulture),
    };

    internal static NSNumber FromInteger(Int128 integer) => new(NumberKind.Integer, integer);

    /// <summary>Null when the value is no number.</summary>
    internal static NSNumber? TryWrap(object value) => value switch
    {
        bool flag => new NSNumber(flag),
        byte number => new NSNumber((int)number),
        short number => new NSNumber((int)number),
        int number => new NSNumber(number),
        long number => new NSNumber(number),
        float number => new NSNumber(number),
        double number => new NSNumber(number),
        _ => null,
    };

    /// <summary>A bool, a double, or the first of int, long and ulong that holds the integer.</summary>
    internal object Unwrap() => kind switch
    {
        NumberKind.Boolean => ToBool(),
        NumberKind.Real => real,
        _ when whole == ToInt() => ToInt(),
        _ when whole == ToLong() => ToLong(),
        _ => (ulong)whole,
    };
}
