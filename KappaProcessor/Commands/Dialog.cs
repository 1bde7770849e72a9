using Kappa.Configuration;
using Kappa.Secrets;

namespace Kappa.Commands;

/// <summary>Questions with a preset that Enter keeps, asked again until the answer is one.</summary>
internal sealed class Dialog(IPrompt prompt)
{
    public void Tell(string line) => prompt.Tell(line);

    /// <summary>What is wrong with an answer.</summary>
    public void Tell(Objection objection) => prompt.Tell($"  That {objection.Fault}. {objection.Remedy}");

    /// <param name="text">Without a question mark or colon.</param>
    /// <param name="preset">What Enter stands for; null for nothing.</param>
    /// <param name="check">What is wrong with an answer, null for a right one.</param>
    /// <param name="cancel">Ctrl-C.</param>
    public async Task<string> AskAsync(
        string text, string? preset, Func<string, Objection?> check, CancellationToken cancel)
    {
        while (true)
        {
            var typed = (await prompt.AskAsync(preset is null ? $"{text}: " : $"{text} [{preset}]: ", cancel)).Trim();
            var answer = typed.Length == 0 && preset is not null ? preset : typed;
            if (check(answer) is not { } objection)
            {
                return answer;
            }

            Tell(objection);
        }
    }

    /// <summary>One of the words; its first letters are enough.</summary>
    public async Task<string> ChooseAsync(
        string text, IReadOnlyList<string> words, string? preset, CancellationToken cancel)
    {
        var answer = await AskAsync(
            $"{text} ({string.Join(", ", words)})",
            preset,
            typed => Meant(typed, words) is null
                ? new Objection("is none of these", $"Type {Words.OneOf(words)}.")
                : null,
            cancel);
        return Meant(answer, words)!;
    }

    public async Task<bool> ConfirmAsync(string text, bool? preset, CancellationToken cancel)
    {
        var answer = await AskAsync(
            $"{text} (yes, no)",
            preset is null ? null : preset.Value ? "yes" : "no",
            typed => Truth(typed) is null ? new Objection("is neither yes nor no", "Type yes or no.") : null,
            cancel);
        return Truth(answer)!.Value;
    }

    public async Task<Secret> AskHiddenAsync(string text, CancellationToken cancel) =>
        (await prompt.AskHiddenAsync($"{text}: ", cancel)).Trimmed();

    private static string? Meant(string typed, IReadOnlyList<string> words)
    {
        var meant = words
            .Where(word => typed.Length > 0 && word.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return meant.Find(word => word.Equals(typed, StringComparison.OrdinalIgnoreCase))
            ?? (meant.Count == 1 ? meant[0] : null);
    }

    private static bool? Truth(string typed) => typed.ToUpperInvariant() switch
    {
        "Y" => true,
        "N" => false,
        _ => TruthWord.TryParse(typed),
    };
}
