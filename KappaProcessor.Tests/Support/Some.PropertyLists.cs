using System.Text;

namespace Kappa.Tests.Support;

internal static partial class Some
{
    /// <summary>A whole XML property list with that inside its plist element.</summary>
    public static byte[] XmlPlist(string value) => Encoding.UTF8.GetBytes(
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        {value}
        </plist>

        """);

    /// <summary>The bytes of a file in <c>Fixtures/plists</c>.</summary>
    public static byte[] PlistFixture(string name) =>
        File.ReadAllBytes(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "plists", name));
}
