using Kappa.Configuration;
using Kappa.Tenant.Models;
using NLog;

namespace Kappa.Commands;

/// <summary>
/// Gets each answer from its flag, else from the person, who keeps what holds with Enter; without a person, what
/// holds is the answer.
/// </summary>
internal sealed class SetupForm(IReadOnlyDictionary<string, string> given, Dialog? dialog, ILogger log)
{
    private readonly List<string> missing = [];

    /// <summary>Null when nobody is asked.</summary>
    public Dialog? Dialog => dialog;

    public ILogger Log => log;

    /// <summary>Without a person: a flag that has to be there.</summary>
    public void Miss(string flag) => missing.Add(flag);

    /// <exception cref="UsageException">Flags are missing.</exception>
    public void ThrowIfMissing()
    {
        if (missing.Count > 0)
        {
            throw new UsageException(
                $"Without questions, kappa setup needs {string.Join(", ", missing)}.",
                "Add what is missing, or run it in a terminal without --non-interactive.");
        }
    }

    public bool IsGiven(SetupQuestion question) => given.ContainsKey(question.Flag);

    /// <param name="draft">What holds so far.</param>
    /// <param name="question">Which setting.</param>
    /// <param name="further">Another check, for an answer that the setting's own rules take.</param>
    /// <param name="cancel">Ctrl-C.</param>
    public Task<ConfigDraft> FillAsync(
        ConfigDraft draft, SetupQuestion question, Func<string, Objection?>? further, CancellationToken cancel)
    {
        if (!given.TryGetValue(question.Flag, out var answer))
        {
            return AskAsync(draft, question, further, cancel);
        }

        if ((ConfigDraft.Check(question.Key, answer) ?? further?.Invoke(answer)) is not { } objection)
        {
            return Task.FromResult(draft.With(question.Key, answer));
        }

        if (dialog is null)
        {
            throw new UsageException($"{question.Flag} {objection.Fault}.", objection.Remedy);
        }

        dialog.Tell(objection);
        return AskAsync(draft, question, further, cancel);
    }

    /// <summary>Like <see cref="FillAsync"/>, whatever the flags say.</summary>
    public async Task<ConfigDraft> AskAsync(
        ConfigDraft draft, SetupQuestion question, Func<string, Objection?>? further, CancellationToken cancel)
    {
        var preset = draft.Usable(question.Key) ?? question.Key.Default;
        var objection = preset is null ? null : further?.Invoke(preset);
        if (objection is not null)
        {
            log.Warn("{0} {1}. {2}", question.Key.Name, objection.Fault, objection.Remedy);
        }

        if (dialog is null)
        {
            return WithoutAsking(draft, question, preset);
        }

        var answer = await AskAsync(dialog, question, objection is null ? preset : null, further, cancel);
        return draft.With(question.Key, answer);
    }

    private static async Task<string> AskAsync(
        Dialog dialog,
        SetupQuestion question,
        string? preset,
        Func<string, Objection?>? further,
        CancellationToken cancel) => question.Key.Type switch
        {
            SettingType.Flag => await dialog.ConfirmAsync(question.Text, TruthWord.TryParse(preset), cancel)
                ? "true"
                : "false",
            SettingType.Choice => await dialog.ChooseAsync(
                question.Text, question.Key.Words, Enforcement.TryParse(preset)?.ConfigWord ?? preset, cancel),
            _ => await dialog.AskAsync(
                question.Text,
                preset,
                answer => ConfigDraft.Check(question.Key, answer) ?? further?.Invoke(answer),
                cancel),
        };

    private ConfigDraft WithoutAsking(ConfigDraft draft, SetupQuestion question, string? preset)
    {
        if (preset is null)
        {
            Miss(question.Flag);
            return draft;
        }

        return draft.With(question.Key, preset);
    }
}
