using Kappa.Secrets;

namespace Kappa.Tests.Support;

internal static partial class Some
{
    public static EnvironmentSecretStore Environment(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
