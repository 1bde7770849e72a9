namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>One night's recipes, one after another.</summary>
/// <param name="Recipes">How many there are.</param>
/// <param name="Changed">Of how many the installer is a new one.</param>
/// <param name="Apps">What the tenant holds, the recipes' own included.</param>
internal sealed record NightShape(int Recipes, int Changed, int Apps);
