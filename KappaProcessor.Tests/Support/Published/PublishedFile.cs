namespace Kappa.Tests.Support.Published;

/// <summary>
/// <c>RID/kappa</c> below the folder that <c>KAPPA_PUBLISHED_FILES</c> names, which may be for another kind of
/// computer than this one. A test of one that is not there is skipped.
/// </summary>
internal static class PublishedFile
{
    public const string Category = "Published";

    private const string Variable = "KAPPA_PUBLISHED_FILES";

    public static byte[] Require(string rid)
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(folder))
        {
            Assert.Ignore($"{Variable} names no folder with published executables.");
        }

        var path = Path.GetFullPath(Path.Combine(folder, rid, "kappa"), SourceTree.Root);
        if (!File.Exists(path))
        {
            Assert.Ignore($"There is no {path}.");
        }

        return File.ReadAllBytes(path);
    }
}
