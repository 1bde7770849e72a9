namespace Kappa.Installers;

/// <summary>Which receipt stands for a package, for want of an application.</summary>
internal static class ReceiptSelector
{
    /// <summary>
    /// The only component's; of several that of the first the Distribution names, product before packages,
    /// else that of the largest; without components in the archive, what the Distribution says.
    /// </summary>
    public static PackageReceipt? Choose(FlatPackage package) => package.Components.Count switch
    {
        0 => package.Distribution is { } distribution ? OfAbsentComponents(distribution).First() : null,
        1 => Complete(package.Components[0], package),
        _ => Complete(FirstNamed(package) ?? Largest(package), package),
    };

    /// <summary>Every receipt with an identifier that the installation leaves.</summary>
    public static IReadOnlyList<PackageReceipt> All(FlatPackage package)
    {
        var receipts = package.Components.Select(component => component.Receipt);
        if (package is { Components.Count: 0, Distribution: { } distribution })
        {
            receipts = OfAbsentComponents(distribution);
        }

        return [.. receipts.Where(receipt => receipt.Id is not null)];
    }

    private static IEnumerable<PackageReceipt> OfAbsentComponents(DistributionXml distribution) =>
        distribution.Packages
            .Select(one => new PackageReceipt(one.PackageIdentifier ?? one.Id, one.Version, "Distribution"))
            .Prepend(new PackageReceipt(distribution.ProductId, distribution.ProductVersion, "Distribution"))
            .OrderBy(receipt => receipt.Id is null);

    private static PackageReceipt Complete(PackageComponent component, FlatPackage package) =>
        component.Receipt with { Version = component.Receipt.Version ?? package.Distribution?.ProductVersion };

    private static PackageComponent? FirstNamed(FlatPackage package)
    {
        if (package.Distribution is not { } distribution)
        {
            return null;
        }

        var byReference = package.Components.ToLookup(component => component.Reference?.Id);
        var ofProduct = package.Components.FirstOrDefault(
            one => one.Receipt.Id is { } id && id == distribution.ProductId);
        return ofProduct ?? distribution.Packages.SelectMany(one => byReference[one.Id]).FirstOrDefault();
    }

    private static PackageComponent Largest(FlatPackage package) =>
        package.Components.MaxBy(component => component.InstalledSize ?? 0)!;
}
