using Kappa.Commands;
using Kappa.Secrets;

namespace Kappa.Tests.Support;

/// <summary>
/// A person with prepared answers, each for a question that has certain words in it; whatever else is asked gets Enter.
/// </summary>
internal sealed class ScriptedPrompt : IPrompt
{
    /// <summary>Nobody presses Enter at the same question for ever.</summary>
    private const int MostEnters = 3;

    private readonly List<(string Words, string Answer)> answers = [];

    /// <summary>All that was on the screen, without what was typed.</summary>
    public List<string> Screen { get; } = [];

    /// <summary>The questions whose answers were not shown.</summary>
    public List<string> Hidden { get; } = [];

    /// <summary>Told of every question before it is answered.</summary>
    public Action<string>? Watching { get; set; }

    public string Text => string.Join('\n', Screen);

    public IEnumerable<string> Left => answers.Select(answer => answer.Words);

    public ScriptedPrompt With(string words, params string[] inTurn)
    {
        answers.AddRange(inTurn.Select(answer => (words, answer)));
        return this;
    }

    public void Tell(string line) => Screen.Add(line);

    public Task<string> AskAsync(string question, CancellationToken cancel)
    {
        Screen.Add(question);
        Watching?.Invoke(question);
        cancel.ThrowIfCancellationRequested();
        var at = answers.FindIndex(answer => question.Contains(answer.Words, StringComparison.Ordinal));
        if (at < 0)
        {
            Assert.That(Screen.Count(line => line == question), Is.AtMost(MostEnters), Text);
            return Task.FromResult("");
        }

        var answer = answers[at].Answer;
        answers.RemoveAt(at);
        return Task.FromResult(answer);
    }

    public async Task<Secret> AskHiddenAsync(string question, CancellationToken cancel)
    {
        Hidden.Add(question);
        return new Secret(await AskAsync(question, cancel));
    }
}
