namespace Kappa.Installers;

/// <summary>What a flat package tells: its documents, and the application in its payload.</summary>
internal static class PackageInspector
{
    /// <summary>
    /// What the documents tell, with the application that the payloads really hold, if they hold one: its
    /// Info.plist is what an audit script will read, whatever a document says.
    /// </summary>
    public static InstallerMetadata ReadApplication(FlatPackage package, CancellationToken cancel)
    {
        var described = Describe(package) with { ApplicationIsOpen = false };
        var components = package.Components.Where(component => component.Payload is not null).ToList();
        if (components.Count == 0)
        {
            return described;
        }

        var survey = new ContentSurvey();
        foreach (var component in components)
        {
            new PayloadSurveyor(survey, component.Content).Read(package.Archive, component.Payload!, cancel);
        }

        return survey.FindApplication() is { } app
            ? described.WithApplication(app)
            : described.WithoutApplication();
    }

    /// <summary>What the documents tell, without a look into the payloads.</summary>
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
        component => component.Payload is not null
            && component.Bundles.All(bundle => bundle.Path.Length == 0));
}
