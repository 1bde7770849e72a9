namespace Kappa;

/// <summary>What the administrator can mend: what happened and to what, then what to do about it.</summary>
internal class KappaException(string what, string remedy, Exception? cause = null)
    : Exception($"{what} {remedy}".TrimEnd(), cause)
{
    public string What { get; } = what;

    public string Remedy { get; } = remedy;

    public virtual ExitCode ExitCode => ExitCode.RunFailed;
}
