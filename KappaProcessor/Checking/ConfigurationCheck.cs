using Kappa.Configuration;

namespace Kappa.Checking;

/// <summary>Which configuration is used, and whatever is wrong or odd in it.</summary>
internal sealed record ConfigurationCheck(CheckedConfiguration Read) : ICheck
{
    private const string Name = "Configuration";

    public IEnumerable<Finding> Judge()
    {
        Finding[] findings =
        [
            .. Failures(),
            .. Warnings().Distinct().Select(text => Finding.Warning(Name, text)),
            .. Read.WritableByAll.Select(path => Finding.Warning(
                Name, $"Every user of this machine may write {path}.", $"Run: chmod o-w {path}")),
        ];
        return findings.Length > 0 ? findings : [Finding.Ok(Name, Read.Config.Path
            ?? "no file; defaults apply, and what the environment says")];
    }

    private IEnumerable<Finding> Failures() =>
    [
        .. Read.Fault is { } fault ? [Finding.Failed(Name, fault)] : Array.Empty<Finding>(),
        .. Read.Problems.Distinct().Select(problem => Of(Name, problem)),
        .. Read.TemplateFault is { } template ? [Finding.Failed(Name, template)] : Array.Empty<Finding>(),
    ];

    private IEnumerable<string> Warnings() =>
        Read.Environment.Notes.Concat(Read.Config.Notes).Concat(Read.Plain?.Warnings ?? [])
            .Where(note => note.Level == NoteLevel.Warning)
            .Select(note => note.Text);

    public static Finding Of(string check, SettingProblem problem) =>
        Finding.Failed(check, $"{problem.Place}: {problem.Sentence}", problem.Remedy);
}
