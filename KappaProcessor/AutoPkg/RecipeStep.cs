using Claunia.PropertyList;

namespace Kappa.AutoPkg;

/// <summary>One item of a recipe's Process.</summary>
internal sealed record RecipeStep(string Processor, NSDictionary Arguments);
