using System.Text;

namespace Kappa.Configuration;

/// <summary>
/// Everything that is wrong with the settings, gathered so that an administrator mends it in one go.
/// </summary>
internal sealed class SettingsProblems
{
    private readonly List<SettingProblem> problems = [];

    public IReadOnlyList<SettingProblem> All => problems;

    public void Add(SettingProblem problem) => problems.Add(problem);

    /// <exception cref="KappaException">There is at least one; the text has them all.</exception>
    public void ThrowIfAny()
    {
        if (problems is [var only])
        {
            throw new KappaException($"{only.Place}: {only.Sentence}", only.Remedy);
        }

        if (problems.Count > 0)
        {
            throw new KappaException(Describe(), remedy: "");
        }
    }

    /// <summary>Each problem with its remedy, under the place where both are to be looked for.</summary>
    private string Describe()
    {
        var text = new StringBuilder($"{problems.Count} settings are wrong; mend them all, then run again.");
        foreach (var place in problems.GroupBy(problem => problem.Place))
        {
            text.Append('\n').Append(place.Key).Append(':');
            foreach (var problem in place)
            {
                text.Append("\n  ").Append(problem.Sentence).Append(' ').Append(problem.Remedy);
            }
        }

        return text.ToString();
    }
}
