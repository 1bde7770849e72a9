namespace Kappa.Tests.Support;

/// <summary>The executable that was built along with these tests.</summary>
internal static class BuiltExecutable
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "kappa");
}
