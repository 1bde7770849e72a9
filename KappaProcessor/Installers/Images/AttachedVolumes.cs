using System.Text;
using Claunia.PropertyList;

namespace Kappa.Installers.Images;

/// <summary>
/// What <c>hdiutil attach -plist</c> writes: the devices of an image, some of them mounted.
/// </summary>
internal static class AttachedVolumes
{
    private const string Start = "<?xml";

    /// <summary>Where its volumes are mounted.</summary>
    public static IReadOnlyList<string> Parse(string output)
    {
        var start = output.IndexOf(Start, StringComparison.Ordinal);
        try
        {
            var list = start < 0 ? null : PropertyListParser.Parse(Encoding.UTF8.GetBytes(output[start..]));
            return (list as NSDictionary)?.ObjectForKey("system-entities") is NSArray entities
                ? [.. entities.OfType<NSDictionary>().Select(MountPoint).OfType<string>()]
                : throw NotUnderstood(null);
        }
        catch (PropertyListFormatException fault)
        {
            throw NotUnderstood(fault);
        }
    }

    private static string? MountPoint(NSDictionary entity) =>
        (entity.ObjectForKey("mount-point") as NSString)?.Content;

    private static KappaException NotUnderstood(Exception? fault) => new(
        "What hdiutil wrote about the image it attached is not understood.",
        "Report this with the output of: hdiutil attach -plist, and the version of macOS.",
        fault);
}
