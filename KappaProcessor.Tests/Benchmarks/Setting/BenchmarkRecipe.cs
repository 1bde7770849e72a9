using System.Security.Cryptography;
using Claunia.PropertyList;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>A recipe that has built its installer and comes to the KAPPA step.</summary>
internal sealed class BenchmarkRecipe
{
    private readonly TempFolder folder;
    private readonly string installer;
    private readonly long size;
    private int version;

    /// <param name="folder">Where the installer lies and the step has its home.</param>
    /// <param name="name">Of the application and the Custom App.</param>
    /// <param name="size">
    /// Bytes of the installer, a small package with a hole behind it: the disk needs no room and takes no part.
    /// </param>
    public BenchmarkRecipe(TempFolder folder, string name, long size)
    {
        (this.folder, Name, this.size) = (folder, name, size);
        installer = folder[$"{name}-1.0.pkg"];
        using var file = File.Create(installer);
        SamplePackage.Write(file, new SampleApplication(name, $"org.example.{name.ToLowerInvariant()}", "1.0"));
        file.SetLength(size);
    }

    public string Name { get; }

    public string Installer => installer;

    /// <summary>Of the installer as it is now; lower-case hex.</summary>
    public string Sha256
    {
        get
        {
            using var content = File.OpenRead(installer);
            return Convert.ToHexStringLower(SHA256.HashData(content));
        }
    }

    /// <summary>A new build, a byte longer: hardly ever has a new version the size of the last one.</summary>
    public void Rebuild()
    {
        using var file = File.OpenWrite(installer);
        file.SetLength(size + ++version);
    }

    /// <summary>The step, against that tenant.</summary>
    public MeasuredCommand Step(Uri tenant) => KappaExecutable.UnderTest.Command("process") with
    {
        Input = Environment(),
        Variables = new Dictionary<string, string>
        {
            ["KANDJI_API_URL"] = tenant.AbsoluteUri,
            ["KANDJI_TOKEN"] = "benchmark",
            ["ENV_KEYSTORE"] = "1",
            ["KAPPA_SHIM_FOLDER"] = folder.Path,
            ["HOME"] = folder.Path,
        },
    };

    private string Environment()
    {
        var variables = new NSDictionary
        {
            { "NAME", new NSString(Name) },
            { "RECIPE_PATH", new NSString(folder[$"{Name}.pkg.recipe"]) },
            { "pkg_path", new NSString(installer) },
            { "prod_name", new NSString(Name) },
            { "verbose", new NSNumber(1) },
        };
        return variables.ToXmlPropertyList();
    }
}
