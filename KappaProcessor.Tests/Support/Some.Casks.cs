using Kappa.Installers.Casks;

namespace Kappa.Tests.Support;

internal static partial class Some
{
    /// <summary>One of <c>Fixtures/casks</c>.</summary>
    public static string CaskJson(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "casks", $"{name}.json"));

    public static CaskDocument Cask(string name, CaskProcessor processor = CaskProcessor.Arm) =>
        CaskDocument.Parse(CaskJson(name), $"{name}.json", processor);
}
