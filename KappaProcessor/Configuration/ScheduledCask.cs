namespace Kappa.Configuration;

/// <summary>A cask that is looked after regularly.</summary>
/// <param name="Token">Homebrew's name.</param>
/// <param name="Stated">What <c>cask_settings</c> says of it, as a map's entry would.</param>
/// <param name="Notes">What is odd about that.</param>
internal sealed record ScheduledCask(CaskToken Token, StatedSettings Stated, IReadOnlyList<Note> Notes);
