namespace Kappa.Tests.Support;

/// <summary>
/// The executable that was built along with these tests, or the one that <c>KAPPA_PUBLISHED</c> names: a published
/// file called <c>kappa</c>. Whatever starts it is of <see cref="Category"/>.
/// </summary>
internal static class BuiltExecutable
{
    public const string Category = "Executable";

    public static string Path { get; } = Find(Environment.GetEnvironmentVariable("KAPPA_PUBLISHED"));

    private static string Find(string? published)
    {
        if (string.IsNullOrEmpty(published))
        {
            return System.IO.Path.Combine(AppContext.BaseDirectory, "kappa");
        }

        var path = System.IO.Path.GetFullPath(published, SourceTree.Root);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException("KAPPA_PUBLISHED names an executable that is not there.", path);
    }
}
