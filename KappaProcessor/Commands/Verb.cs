using System.CommandLine;

namespace Kappa.Commands;

/// <summary>A verb, with what its help says beyond its options.</summary>
/// <param name="name">What is typed.</param>
/// <param name="summary">One sentence, which the list of all verbs has room for.</param>
/// <param name="examples">Command lines as they would be typed.</param>
internal sealed class Verb(string name, string summary, params IReadOnlyList<string> examples)
    : Command(name, summary)
{
    public IReadOnlyList<string> Examples => examples;

    /// <summary>What else is good to know before the verb is used; null when that is nothing.</summary>
    public string? Details { get; set; }
}
