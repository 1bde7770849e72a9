namespace Kappa.Installers.Casks;

/// <summary>Homebrew's names of macOS versions, as in <c>arm64_sequoia</c>.</summary>
internal static class MacSystems
{
    /// <summary>Newest first. Tahoe is the last for Intel.</summary>
    private static readonly string[] Known =
        ["tahoe", "sequoia", "sonoma", "ventura", "monterey", "big_sur", "catalina"];

    public static string Newest => Known[0];

    /// <summary>0 is the newest known; less than that is one that came later.</summary>
    public static int Age(string system) => Array.IndexOf(Known, system);
}
