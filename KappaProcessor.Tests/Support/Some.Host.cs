namespace Kappa.Tests.Support;

internal static partial class Some
{
    /// <summary>A process with these variables and no others, whose stderr is no terminal.</summary>
    public static ProcessHost Host(params (string Name, string Value)[] variables) => new()
    {
        Clock = TimeProvider.System,
        Variable = name => variables.FirstOrDefault(one => one.Name == name).Value,
        Input = Stream.Null,
        Output = Stream.Null,
        Error = TextWriter.Null,
        ExecutableFolder = "/",
    };
}
