using System.Diagnostics;

namespace Kappa.Publishing;

/// <summary>What became of one variant.</summary>
internal enum OutcomeAction
{
    /// <summary>A new Custom App.</summary>
    Created,

    /// <summary>An existing Custom App got the installer, and perhaps settings as well.</summary>
    Updated,

    /// <summary>An existing Custom App got settings only.</summary>
    SettingsUpdated,

    /// <summary>There was nothing to do.</summary>
    Unchanged,

    /// <summary>Left alone on purpose; a person should look.</summary>
    Skipped,

    /// <summary>Would be done; this was a dry run.</summary>
    Planned,

    /// <summary>Not done, or not all of it.</summary>
    Failed,
}

internal static class OutcomeActions
{
    /// <summary>The word in <c>kappa_results</c>.</summary>
    public static string Word(this OutcomeAction action) => action switch
    {
        OutcomeAction.Created => "created",
        OutcomeAction.Updated => "updated",
        OutcomeAction.SettingsUpdated => "settings_updated",
        OutcomeAction.Unchanged => "unchanged",
        OutcomeAction.Skipped => "skipped",
        OutcomeAction.Planned => "planned",
        OutcomeAction.Failed => "failed",
        _ => throw new UnreachableException($"No word for {action}."),
    };

    /// <summary>The tenant is not what it was before.</summary>
    public static bool IsChange(this OutcomeAction action) =>
        action is OutcomeAction.Created or OutcomeAction.Updated or OutcomeAction.SettingsUpdated;
}
