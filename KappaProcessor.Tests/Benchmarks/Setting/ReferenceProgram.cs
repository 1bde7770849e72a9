namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>The programs that Kappa is measured beside.</summary>
internal static class ReferenceProgram
{
    /// <summary>Its path, or null where it is not installed.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    public static string Missing(string name) => $"there is no {name}";
}
