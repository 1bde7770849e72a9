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
                ? UntypedPlist.Convert(environment).Entries
                : throw new KappaException("The property list on standard input is no dictionary.", Remedy);
        }
        catch (PropertyListFormatException fault)
        {
            throw new KappaException($"Standard input is no property list: {fault.Message}", Remedy, fault);
        }
    }
}
