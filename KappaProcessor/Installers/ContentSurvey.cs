using System.Runtime.InteropServices;
using Kappa.Formats;

namespace Kappa.Installers;

/// <summary>
/// Sees every file that an installer puts on a Mac, once and in any order, and keeps what tells its
/// applications: how large each is, and its Info.plist.
/// </summary>
internal sealed class ContentSurvey
{
    private const string InfoPlistPath = "Contents/Info.plist";

    private const string Suffix = ".app";

    /// <summary>Stands for a name that is only known once the Info.plist has been read.</summary>
    private const string Placeholder = "?.app";

    private const string FolderEnd = ".app/";

    /// <summary>
    /// Folders called <c>.app</c>: real installers bring some dozens, and each takes memory.
    /// </summary>
    private const int MostFolders = 20_000;

    /// <summary>All Info.plists together, in bytes.</summary>
    private const int LargestInfoPlists = 32 * InfoPlist.LargestSize;

    private readonly Dictionary<string, long> sizes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Found> found = new(StringComparer.Ordinal);
    private int infoPlistBytes;

    /// <param name="part">The part that the file belongs to.</param>
    /// <param name="path">The file's path in it.</param>
    /// <param name="size">Bytes that it takes when installed.</param>
    public void Count(ContentPart part, string path, long size)
    {
        Add(RootKey(part), size);
        var installed = part.InstalledPath(path);
        var end = 0;
        while ((end = installed.IndexOf(FolderEnd, end, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            end += FolderEnd.Length;
            Add(installed.AsSpan(0, end - 1), size);
        }
    }

    /// <summary>
    /// The file is the Info.plist of an application that can be meant, so its content is wanted.
    /// </summary>
    public static bool Wants(ContentPart part, string path) => FindBundle(part, path) is not null;

    /// <summary>Takes in an Info.plist that was wanted.</summary>
    /// <exception cref="MediaFormatException">There are more of them than any installer has.</exception>
    public void Keep(ContentPart part, string path, byte[] infoPlist)
    {
        infoPlistBytes += infoPlist.Length;
        if (infoPlistBytes > LargestInfoPlists)
        {
            throw new MediaFormatException(
                part.Source,
                0,
                $"its {found.Count + 1:N0} Info.plists take {infoPlistBytes:N0} bytes",
                $"at most {LargestInfoPlists:N0} are believed");
        }

        var bundle = FindBundle(part, path)!;
        found[bundle.InstalledPath] = new Found(bundle, infoPlist, RootKey(part));
    }

    /// <summary>The application that the installer is about; null when it has none.</summary>
    /// <exception cref="MediaFormatException">Its Info.plist is broken.</exception>
    public AppBundle? FindApplication()
    {
        var bundles = found.Values.Select(one => Named(one) with { InstalledSize = SizeOf(one) });
        return AppBundleSelector.Primary(AppBundleSelector.Candidates(bundles)) is { } primary
            ? Describe(primary, found[primary.InstalledPath].InfoPlist)
            : null;
    }

    /// <summary>
    /// The bundle that a file is the Info.plist of, as far as its path tells; null for other files, and for
    /// bundles that are parts of others or no applications.
    /// </summary>
    private static AppBundle? FindBundle(ContentPart part, string path)
    {
        if (!path.EndsWith(InfoPlistPath, StringComparison.Ordinal))
        {
            return null;
        }

        var inPart = PayloadPath.Normalize(path);
        if (inPart != InfoPlistPath && !inPart.EndsWith($"/{InfoPlistPath}", StringComparison.Ordinal))
        {
            return null;
        }

        var folder = inPart[..Math.Max(0, inPart.Length - InfoPlistPath.Length - 1)];
        var bundle = new AppBundle
        {
            Path = folder,
            InstalledPath = part.InstalledPath(folder),
            Source = $"{part.Source}: {inPart}",
        };
        var named = IsNameless(bundle) ? bundle with { GivenName = Placeholder } : bundle;
        return AppBundleSelector.IsCandidate(named) ? bundle : null;
    }

    /// <summary>
    /// It lies directly in its part's place, and that is not called what an application is.
    /// </summary>
    private static bool IsNameless(AppBundle bundle) =>
        bundle.Path.Length == 0 && !bundle.InstalledPath.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    private static AppBundle Named(Found one) =>
        IsNameless(one.Bundle) && InfoPlist.Parse(one.InfoPlist, one.Bundle.Source).Title is { } title
            ? one.Bundle with { GivenName = title + Suffix }
            : one.Bundle;

    private static AppBundle Describe(AppBundle bundle, byte[] infoPlist)
    {
        var info = InfoPlist.Parse(infoPlist, bundle.Source);
        return bundle with { BundleId = info.BundleId, Version = info.Version };
    }

    /// <summary>The path of no application: none ends in a slash.</summary>
    private static string RootKey(ContentPart part) => part.Root.Length > 0 ? part.Root : "/";

    private long SizeOf(Found one) => sizes.GetValueOrDefault(
        IsNameless(one.Bundle) ? one.RootKey : one.Bundle.InstalledPath);

    private void Add(ReadOnlySpan<char> folder, long size)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(
            sizes.GetAlternateLookup<ReadOnlySpan<char>>(), folder, out var known);
        sum += size;
        if (!known && sizes.Count > MostFolders)
        {
            throw new MediaFormatException(
                "content",
                0,
                $"it has more than {MostFolders:N0} applications",
                "a real installer has a few");
        }
    }

    private sealed record Found(AppBundle Bundle, byte[] InfoPlist, string RootKey);
}
