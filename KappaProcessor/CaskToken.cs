using System.Text.RegularExpressions;

namespace Kappa;

/// <summary>
/// Homebrew's name for a cask: <c>google-chrome</c>, <c>firefox@beta</c>, <c>owner/tap/name</c>. It can
/// neither be taken for an option nor lead to another folder.
/// </summary>
internal sealed partial record CaskToken
{
    /// <summary>Homebrew's own tap, which goes without saying.</summary>
    private const string OwnTap = "homebrew/cask/";

    private CaskToken(string text) => Text = text;

    public string Text { get; }

    /// <summary>It is in somebody's own tap, which only <c>brew</c> can read.</summary>
    public bool IsForeign => Text.Contains('/', StringComparison.Ordinal);

    public static CaskToken? TryParse(string? text)
    {
        var token = text?.Trim().ToLowerInvariant() ?? "";
        token = token.StartsWith(OwnTap, StringComparison.Ordinal) ? token[OwnTap.Length..] : token;
        return Form().IsMatch(token) ? new CaskToken(token) : null;
    }

    /// <exception cref="KappaException">It cannot be the name of a cask.</exception>
    public static CaskToken Parse(string text) => TryParse(text) ?? throw new KappaException(
        $"'{PrintableText.Of(text)}' is not the name of a Homebrew cask.",
        "Give the name as brew has it, google-chrome for example; https://formulae.brew.sh/cask/ lists all.");

    public override string ToString() => Text;

    [GeneratedRegex(@"^([a-z0-9][a-z0-9_-]*/[a-z0-9][a-z0-9_-]*/)?[a-z0-9][a-z0-9@+._-]*\z")]
    private static partial Regex Form();
}
