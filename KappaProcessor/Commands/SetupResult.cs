using Kappa.Configuration;
using Kappa.Secrets;

namespace Kappa.Commands;

/// <summary>All answers; nothing of it is on a disk yet.</summary>
internal sealed record SetupResult(ConfigDraft Draft, SecretPlace Place, IReadOnlyList<SetupSecret> Secrets);
