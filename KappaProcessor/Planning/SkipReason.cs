namespace Kappa.Planning;

/// <summary>Why a variant was left alone.</summary>
internal enum SkipReason
{
    /// <summary>No app has this name, and the configuration says not to create one.</summary>
    NotFoundAndCreateIsOff,
}
