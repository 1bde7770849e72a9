namespace Kappa;

/// <summary>How a log line looks on stderr.</summary>
internal enum LogFormat
{
    /// <summary>For a person: the message, with WARNING or ERROR before it where it is one.</summary>
    Plain,

    /// <summary>
    /// For the shim: AutoPkg's verbosity level (1, 2, 3) or E for an error, a tab, the message; each line of
    /// a message of several lines likewise.
    /// </summary>
    Levels,

    /// <summary>As <see cref="Plain"/>, with warnings and errors in colours.</summary>
    Colored,

    /// <summary>For a file: each line with the time and the level before it.</summary>
    Stamped,
}
