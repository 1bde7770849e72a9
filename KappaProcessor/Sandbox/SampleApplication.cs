namespace Kappa.Sandbox;

/// <summary>An application that does nothing, to try things with.</summary>
/// <param name="Name">Without <c>.app</c>.</param>
/// <param name="BundleId">Also the package's identifier.</param>
/// <param name="Version">Also the package's version.</param>
internal sealed record SampleApplication(string Name, string BundleId, string Version)
{
    /// <summary>Bytes that are there for the package's size alone; they do not compress.</summary>
    public int Padding { get; init; }
}
