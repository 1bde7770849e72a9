using NLog;

namespace Kappa;

/// <summary>The one place that knows which level of the log a note is said at.</summary>
internal static class LogNotes
{
    public static void Say(this ILogger log, Note note) => log.Log(
        note.Level switch
        {
            NoteLevel.Warning => LogLevel.Warn,
            NoteLevel.Decision => LogLevel.Info,
            NoteLevel.Reason => LogLevel.Debug,
            NoteLevel.Detail => LogLevel.Trace,
            _ => throw new System.Diagnostics.UnreachableException($"No level for {note.Level}."),
        },
        "{0}",
        note.Text);

    public static void Say(this ILogger log, IEnumerable<Note> notes)
    {
        foreach (var note in notes)
        {
            log.Say(note);
        }
    }
}
