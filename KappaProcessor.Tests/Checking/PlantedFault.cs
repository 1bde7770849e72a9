using System.Runtime.Versioning;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.Checking;

/// <summary>One thing that is wrong on a machine where nothing else is.</summary>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Check">The only check that may report it.</param>
/// <param name="Word">Of the remedy, or of the message where that says what to do.</param>
[UnsupportedOSPlatform("windows")]
internal sealed record PlantedFault(string Name, string Check, string Word)
{
    public Action<CheckRun> Plant { get; init; } = _ => { };

    /// <summary>A run would go on.</summary>
    public bool IsWarning { get; init; }

    /// <summary>What the token may not do.</summary>
    public SandboxStep[] Forbidden { get; init; } = [];

    public override string ToString() => Name;
}
