using Kappa.Installers;
using Kappa.Planning;

namespace Kappa.Publishing;

/// <summary>A plan and what carrying it out needs.</summary>
internal sealed record PublishingJob(Plan Plan, InstallerFile Installer)
{
    /// <summary>
    /// Reads the application out of the installer; asked for once, only when an audit script is to be sent.
    /// </summary>
    public required Func<CancellationToken, Task<ApplicationIdentity>> ReadApplication { get; init; }

    /// <summary>How many apps the tenant had when the plan was made; null when nobody looked.</summary>
    public int? LibrarySize { get; init; }

    /// <summary>The version as far as it is known without reading the application.</summary>
    public string? Version { get; init; }
}
