namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>How the parts of an executable come to the machine.</summary>
internal enum ExecutableForm
{
    /// <summary>A small starter beside its assemblies, which needs an installed runtime.</summary>
    Loose,

    /// <summary>The runtime and all assemblies in one file.</summary>
    Bundle,

    /// <summary>Native code, with no starter in it.</summary>
    AheadOfTime,
}
