using System.Diagnostics;
using Kappa.Configuration;

namespace Kappa.Planning;

/// <summary>Why a variant was left alone.</summary>
internal enum SkipReason
{
    /// <summary>No app has this name, and the configuration says not to create one.</summary>
    NotFoundAndCreateIsOff,
}

internal static class SkipReasons
{
    /// <summary>What was found, and the switch that would change it.</summary>
    public static string Text(this SkipReason reason, AppTarget target) => reason switch
    {
        SkipReason.NotFoundAndCreateIsOff =>
            $"No Custom App is named '{target.Name}', and zz_defaults.auto_create_app is off. "
            + "Turn it on, or create the app in Kandji once.",
        _ => throw new UnreachableException($"No text for {reason}."),
    };
}
