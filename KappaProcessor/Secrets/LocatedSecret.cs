namespace Kappa.Secrets;

/// <summary>A secret, and where it lies, in words: "the environment".</summary>
internal sealed record LocatedSecret(Secret Secret, string Place);
