namespace Kappa;

/// <summary>How much an administrator asked to hear; the numbers are AutoPkg's <c>-v</c> count.</summary>
internal enum NoteLevel
{
    /// <summary>Something is off, and the run goes on; shown from <c>-v</c> with the word WARNING.</summary>
    Warning = 0,

    /// <summary><c>-v</c>: what was decided and done.</summary>
    Decision = 1,

    /// <summary><c>-vv</c>: why.</summary>
    Reason = 2,

    /// <summary><c>-vvv</c>: what helps to report a bug.</summary>
    Detail = 3,
}

/// <summary>A line for the log that pure code wants said; whoever called it writes it.</summary>
internal sealed record Note(NoteLevel Level, string Text)
{
    public static Note Warning(string text) => new(NoteLevel.Warning, text);

    public static Note Decision(string text) => new(NoteLevel.Decision, text);

    public static Note Reason(string text) => new(NoteLevel.Reason, text);

    public static Note Detail(string text) => new(NoteLevel.Detail, text);
}
