using System.Globalization;

namespace Kappa.Checking;

/// <summary>Numbers in a sentence.</summary>
internal static class Counted
{
    /// <summary><c>1 entry</c>, <c>1,200 entries</c>.</summary>
    public static string Of(int count, string one, string many) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";
}
