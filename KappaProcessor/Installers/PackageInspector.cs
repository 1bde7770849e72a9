using Kappa.Formats.Xar;

namespace Kappa.Installers;

/// <summary>What the documents of a flat package tell, without a look into its payload.</summary>
internal static class PackageInspector
{
    /// <summary>Null when the archive is no package.</summary>
    public static InstallerMetadata? FindMetadata(XarArchive archive, CancellationToken cancel) =>
        FlatPackage.Find(archive, cancel) is { } package ? Describe(package) : null;

    public static InstallerMetadata Describe(FlatPackage package)
    {
        var candidates = AppBundleSelector.Candidates(Applications(package));
        var metadata = new InstallerMetadata
        {
            Receipts = ReceiptSelector.All(package),
            ApplicationIsOpen = candidates.Count == 0 ? MayHideApplication(package) : candidates.Count > 1,
        };
        metadata = ReceiptSelector.Choose(package) is { } receipt ? metadata.WithReceipt(receipt) : metadata;
        return AppBundleSelector.Largest(candidates) is { } app ? metadata.WithApplication(app) : metadata;
    }

    private static IEnumerable<AppBundle> Applications(FlatPackage package) => package.Components.Count > 0
        ? package.Components.SelectMany(Applications)
        : package.Distribution?.Packages.SelectMany(reference => reference.AppBundles) ?? [];

    /// <summary>
    /// An application that is the only one of its component is credited with the component's size.
    /// </summary>
    private static IReadOnlyList<AppBundle> Applications(PackageComponent component)
    {
        var candidates = AppBundleSelector.Candidates(component.Bundles);
        return candidates.Count == 1
            ? [candidates[0] with { InstalledSize = component.InstalledSize }]
            : candidates;
    }

    /// <summary>Not every tool that makes packages lists the bundles.</summary>
    private static bool MayHideApplication(FlatPackage package) => package.Components.Any(
        component => component.HasPayload && component.Bundles.All(bundle => bundle.Path.Length == 0));
}
