using Claunia.PropertyList;
using Kappa.Formats;

namespace Kappa.Installers;

/// <summary>
/// What an application says of itself in <c>Contents/Info.plist</c>, which is what an audit script will read
/// on the Mac; null where it does not say.
/// </summary>
/// <param name="BundleId">CFBundleIdentifier, to the letter: it is looked for as it is.</param>
/// <param name="Version">CFBundleShortVersionString, else CFBundleVersion, without space around it.</param>
/// <param name="Title">CFBundleDisplayName, else CFBundleName.</param>
internal sealed record InfoPlist(string? BundleId, string? Version, string? Title)
{
    /// <summary>Bytes; those of real applications have a few kilobytes.</summary>
    public const int LargestSize = 1024 * 1024;

    /// <summary>What an editor leaves around a text. Other white space is somebody's purpose.</summary>
    private static readonly char[] Space = [' ', '\t', '\r', '\n'];

    /// <param name="document">XML or binary.</param>
    /// <param name="place">What a message calls it.</param>
    public static InfoPlist Parse(byte[] document, string place)
    {
        try
        {
            return PropertyListParser.Parse(document) is NSDictionary info
                ? new InfoPlist(
                    Text(info, "CFBundleIdentifier"),
                    (Text(info, "CFBundleShortVersionString") ?? Text(info, "CFBundleVersion"))?.Trim(Space),
                    Text(info, "CFBundleDisplayName") ?? Text(info, "CFBundleName"))
                : throw new MediaFormatException(place, 0, "it is no dictionary", "an Info.plist is one");
        }
        catch (PropertyListFormatException fault)
        {
            throw new MediaFormatException(
                place, 0, fault.Message.TrimEnd('.'), "a sound property list belongs there");
        }
    }

    /// <summary>
    /// Null where it is absent, blank, or no text: the script on the Mac reads nothing from those either.
    /// </summary>
    private static string? Text(NSDictionary info, string key) =>
        info.TryGetValue(key, out var value)
            && value is NSString text
            && text.Content.Trim(Space).Length > 0
                ? text.Content
                : null;
}
