using Claunia.PropertyList;
using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>A property list's values before anybody has decided what they mean.</summary>
internal static class UntypedPlist
{
    public static UntypedValue.Dict Convert(NSDictionary dictionary) =>
        new(dictionary.ToDictionary(entry => entry.Key, entry => Convert(entry.Value)));

    private static UntypedValue Convert(NSObject value) => value switch
    {
        NSString text => new UntypedValue.Text(text.Content),
        NSNumber number when number.isBoolean() => new UntypedValue.Flag(number.ToBool()),
        NSNumber number when number.isInteger() => new UntypedValue.Whole(number.ToLong()),
        NSNumber number => new UntypedValue.Real(number.ToDouble()),
        NSArray array => new UntypedValue.List([.. array.Select(Convert)]),
        NSDictionary dictionary => Convert(dictionary),
        NSDate => new UntypedValue.Other("a date"),
        NSData => new UntypedValue.Other("data"),
        _ => new UntypedValue.Other("a value of another kind"),
    };
}
