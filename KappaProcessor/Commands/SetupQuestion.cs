using Kappa.Configuration;

namespace Kappa.Commands;

/// <summary>One setting that <c>kappa setup</c> asks for.</summary>
/// <param name="Key">Its rules and its default.</param>
/// <param name="Flag">What answers it on the command line.</param>
/// <param name="HelpName">The flag's value in the help.</param>
/// <param name="Text">The question.</param>
internal sealed record SetupQuestion(SettingKey Key, string Flag, string HelpName, string Text);
