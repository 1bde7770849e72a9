using Kappa.Secrets;

namespace Kappa.Commands;

/// <summary>A secret that the configuration names.</summary>
/// <param name="Name">What it is stored under.</param>
/// <param name="Fresh">To be stored; null when nothing is.</param>
/// <param name="IsThere">One is where it belongs already.</param>
internal sealed record SetupSecret(string Name, Secret? Fresh, bool IsThere);
