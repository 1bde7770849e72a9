namespace Kappa.Commands;

/// <summary>The command line is wrong in a way that only shows when it is carried out.</summary>
internal sealed class UsageException(string what, string remedy) : KappaException(what, remedy)
{
    public override ExitCode ExitCode => ExitCode.Usage;
}
