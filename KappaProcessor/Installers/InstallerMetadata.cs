namespace Kappa.Installers;

/// <summary>
/// What an installer says of itself; null where it does not say. The application is the one that lands on the
/// Mac, the package is the receipt that its installation leaves.
/// </summary>
internal sealed record InstallerMetadata
{
    /// <summary>The application's folder, <c>Firefox.app</c>.</summary>
    public string? AppName { get; init; }

    /// <summary>CFBundleIdentifier.</summary>
    public string? BundleId { get; init; }

    /// <summary>The application's version, CFBundleShortVersionString or else CFBundleVersion.</summary>
    public string? AppVersion { get; init; }

    /// <summary>Bytes that the application takes on the Mac; known once it has been read.</summary>
    public long? InstalledSize { get; init; }

    /// <summary>The receipt's identifier.</summary>
    public string? PackageId { get; init; }

    public string? PackageVersion { get; init; }

    /// <summary>All receipts that the installation leaves, one a component.</summary>
    public IReadOnlyList<PackageReceipt> Receipts { get; init; } = [];

    /// <summary>
    /// The package that lies in an image without an application, as a path in it: Kandji installs no package
    /// out of an image.
    /// </summary>
    public string? InnerPackage { get; init; }

    /// <summary>
    /// The application is not settled yet: only the content that is installed tells whether there is one, or
    /// which of several is the largest.
    /// </summary>
    public bool ApplicationIsOpen { get; init; }

    /// <summary>
    /// Where each value came from, by property name: <c>Payload: Firefox.app/Contents/Info.plist</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The same, standing for the first of its receipts that an administrator's map knows, if it knows one.
    /// </summary>
    public InstallerMetadata Preferring(IReadOnlySet<string> mappedIds) =>
        Receipts.FirstOrDefault(receipt => receipt.Id is { } id && mappedIds.Contains(id)) is { } known
            ? WithReceipt(known)
            : this;

    /// <summary>For a line of a log: <c>Firefox.app 128.0 (org.mozilla.firefox)</c>.</summary>
    public string Describe()
    {
        var (name, version, id) = AppName is null
            ? ("package", PackageVersion, PackageId)
            : (AppName, AppVersion, BundleId);
        return string.Join(' ', new[] { name, version, id is null ? null : $"({id})" }.OfType<string>());
    }

    public InstallerMetadata WithApplication(AppBundle app) => this with
    {
        AppName = app.Name,
        BundleId = app.BundleId,
        AppVersion = app.Version,
        InstalledSize = app.InstalledSize,
        Sources = Told(
            app.Source,
            (nameof(AppName), app.Name),
            (nameof(BundleId), app.BundleId),
            (nameof(AppVersion), app.Version)),
    };

    public InstallerMetadata WithoutApplication() => this with
    {
        AppName = null,
        BundleId = null,
        AppVersion = null,
        InstalledSize = null,
        Sources = Told("", (nameof(AppName), null), (nameof(BundleId), null), (nameof(AppVersion), null)),
    };

    public InstallerMetadata WithReceipt(PackageReceipt receipt) => this with
    {
        PackageId = receipt.Id,
        PackageVersion = receipt.Version,
        Sources = Told(
            receipt.Source, (nameof(PackageId), receipt.Id), (nameof(PackageVersion), receipt.Version)),
    };

    /// <summary>Itself.</summary>
    /// <exception cref="KappaException">It says nothing that an audit script could look for.</exception>
    public InstallerMetadata RequireContent(InstallerFile file)
    {
        if (this is not { AppName: null, PackageId: null, PackageVersion: null })
        {
            return this;
        }

        if (InnerPackage is { } folder)
        {
            throw InstallerFolder.Describe($"{folder} in {file.Path}");
        }

        throw file.Kind == InstallerKind.Package
            ? new KappaException(
                $"{file.Path} does not say what it is: its PackageInfo has neither an identifier nor a version.",
                "Build it again with an identifier and a version (pkgbuild --identifier … --version …).")
            : new KappaException(
                $"{file.Path} holds neither an application nor a package.",
                "Look into it; Kandji installs the applications (.app) that lie in a disk image or .zip.");
    }

    private Dictionary<string, string> Told(
        string source, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var sources = new Dictionary<string, string>(Sources);
        foreach (var (name, value) in values)
        {
            sources.Remove(name);
            if (value is not null)
            {
                sources.Add(name, source);
            }
        }

        return sources;
    }
}
