using Claunia.PropertyList;
using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>The environment as the shim sends it: a property list that is a dictionary.</summary>
internal static class EnvironmentPlist
{
    private const string Remedy =
        "Send AutoPkg's environment as the shim does.";

    /// <exception cref="KappaException">The input is no property list, or no dictionary.</exception>
    public static IReadOnlyDictionary<string, UntypedValue> Read(Stream input)
    {
        try
        {
            return PropertyListParser.Parse(input) is NSDictionary environment
                ? Convert(environment).Entries
                : throw new KappaException("The property list on standard input is no dictionary.", Remedy);
        }
        catch (PropertyListFormatException fault)
        {
            throw new KappaException($"Standard input is no property list: {fault.Message}", Remedy, fault);
        }
    }

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
