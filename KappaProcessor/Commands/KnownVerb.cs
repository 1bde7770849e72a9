using System.CommandLine;

namespace Kappa.Commands;

/// <summary>A verb that has not been asked for yet.</summary>
/// <param name="Name">What is typed.</param>
/// <param name="Define">Makes it, with all its options.</param>
internal sealed record KnownVerb(string Name, Func<ProcessHost, Command> Define);
