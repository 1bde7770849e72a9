namespace Claunia.PropertyList;

/// <summary>
/// What is believed of a property list; an Info.plist or AutoPkg's environment stays far below each.
/// </summary>
internal static class PropertyListLimits
{
    /// <summary>
    /// Of the whole file, and of all texts and data in it, each counted as often as it is referred to.
    /// </summary>
    public const int Bytes = 8 * 1024 * 1024;

    /// <summary>Values and keys, each counted as often as it is referred to.</summary>
    public const int Objects = 250_000;

    /// <summary>Arrays and dictionaries inside one another.</summary>
    public const int Depth = 128;
}
