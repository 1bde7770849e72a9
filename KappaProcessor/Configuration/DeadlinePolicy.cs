namespace Kappa.Configuration;

/// <summary>What a new version does to a deadline that is still running (<c>li_enforcement.deadline</c>).</summary>
internal enum DeadlinePolicy
{
    /// <summary>Every enforced version starts its own clock.</summary>
    PerVersion,

    /// <summary>A version that comes while an older deadline runs keeps that deadline.</summary>
    FirstUnmet,
}
