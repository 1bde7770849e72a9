using Kappa.Secrets;

namespace Kappa.Commands;

/// <summary>A person at a terminal. The words are the asker's, see <see cref="Dialog"/>.</summary>
internal interface IPrompt
{
    void Tell(string line);

    /// <summary>One line, as typed; empty for Enter alone.</summary>
    /// <exception cref="OperationCanceledException">Ctrl-C, or the end of all input.</exception>
    Task<string> AskAsync(string question, CancellationToken cancel);

    /// <summary>Like <see cref="AskAsync"/>, and nothing of it is seen on the terminal.</summary>
    Task<Secret> AskHiddenAsync(string question, CancellationToken cancel);
}
