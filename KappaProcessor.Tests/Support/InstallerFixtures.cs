namespace Kappa.Tests.Support;

/// <summary>Files that other tools made; their origins are beside them.</summary>
internal static class InstallerFixtures
{
    public static string Path(string name) =>
        System.IO.Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "installers", name);

    public static byte[] Read(string name) => File.ReadAllBytes(Path(name));
}
