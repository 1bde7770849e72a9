using Claunia.PropertyList;
using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>What this user has told AutoPkg for good.</summary>
/// <param name="files">What is said in the first wins.</param>
internal sealed class AutoPkgPreferences(IReadOnlyList<UntypedValue.Dict> files)
{
    private const string Domain = "com.github.autopkg.plist";

    private static readonly string[] FileNames = ["config.plist", "config.json"];

    /// <param name="variable">An environment variable's value, or null.</param>
    /// <param name="isMac">Preferences are in the user's domain; elsewhere in a file.</param>
    /// <exception cref="KappaException">They cannot be read.</exception>
    public static AutoPkgPreferences Read(Func<string, string?> variable, bool isMac) =>
        new([.. Files(variable, isMac).Where(File.Exists).Select(Load)]);

    /// <summary>The texts of that name; null without any. One text counts as an array of it.</summary>
    public IReadOnlyList<string>? Find(string name) =>
        files.Select(file => Texts(file.At(name))).FirstOrDefault(texts => texts.Count > 0);

    private static IReadOnlyList<string> Texts(UntypedValue? preference) => preference switch
    {
        UntypedValue.Text { IsEmpty: false } text => [text.Value],
        UntypedValue.List texts => [.. texts.Items.OfType<UntypedValue.Text>().Select(text => text.Value)],
        _ => [],
    };

    /// <summary>
    /// autopkglib, <c>Preferences</c>. Elsewhere than on a Mac the first one that is there is the only one.
    /// </summary>
    private static IEnumerable<string> Files(Func<string, string?> variable, bool isMac)
    {
        var home = variable("HOME");
        if (isMac)
        {
            return home is null
                ? [$"/Library/Preferences/{Domain}"]
                : [$"{home}/Library/Preferences/{Domain}", $"/Library/Preferences/{Domain}"];
        }

        var folder = variable("XDG_CONFIG_HOME") is { Length: > 0 } xdg ? xdg
            : home is null ? null
            : Path.Combine(home, ".config");
        return folder is null
            ? []
            : FileNames
                .Select(file => Path.Combine(folder, "Autopkg", file))
                .Where(File.Exists)
                .Take(1);
    }

    private static UntypedValue.Dict Load(string path)
    {
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            var file = TextFile.Read(path);
            return UntypedJson.ParseObject(file.Text ?? throw Unreadable(path, file.Fault!), path);
        }

        try
        {
            return PropertyListParser.Parse(new FileInfo(path)) is NSDictionary preferences
                ? UntypedPlist.Convert(preferences)
                : throw Unreadable(path, "is a property list, but no dictionary");
        }
        catch (PropertyListFormatException fault)
        {
            throw Unreadable(path, $"is no property list: {fault.Message.TrimEnd('.')}");
        }
        catch (UnauthorizedAccessException)
        {
            throw Unreadable(path, "cannot be read: permission denied");
        }
    }

    private static KappaException Unreadable(string path, string fault) => new(
        $"AutoPkg's preferences, {path}: the file {fault}.",
        "Mend it; AutoPkg itself reads it as well.");
}
