using Kappa.Configuration;

namespace Kappa.Checking;

/// <summary>AutoPkg's end of Kappa: the processor, the recipe by which it is found, and what it runs.</summary>
/// <param name="Folder">The folder of <c>KAPPA.py</c>; null when this executable belongs to none.</param>
/// <param name="IsWanted">There is an AutoPkg that would use it.</param>
internal sealed record ShimCheck(string? Folder, bool IsWanted) : ICheck
{
    /// <summary>What has the identifier that recipes name.</summary>
    public const string Stub = "io.kandji.kappa.recipe";

    private const string Name = "Shim";

    public bool HasStub { get; init; }

    /// <summary>What the processor would run; null when it would find nothing.</summary>
    public string? Executable { get; init; }

    /// <summary>What that says of itself.</summary>
    public string? Version { get; init; }

    /// <summary>Why it cannot be run.</summary>
    public KappaException? Fault { get; init; }

    public IEnumerable<Finding> Judge()
    {
        if (Folder is null)
        {
            return [Missing()];
        }

        Finding?[] findings = [JudgeStub(), JudgeExecutable()];
        var told = findings.OfType<Finding>().ToList();
        return told.Count > 0 ? told : [Finding.Ok(Name, $"{Folder}, executable {Version}")];
    }

    private Finding Missing()
    {
        const string What = "this executable belongs to no folder with KAPPA.py; kappa upload needs none";
        return IsWanted
            ? Finding.Warning(
                Name,
                $"For recipes, {What}.",
                "Check with the executable in the shim's bin folder, or let KAPPA_SHIM_FOLDER name the shim's.")
            : Finding.Skipped(Name, What);
    }

    private Finding? JudgeStub() => HasStub ? null : Finding.Failed(
        Name,
        $"{Folder} has {ConfigLocator.ShimFile}, but not {Stub}, by which AutoPkg finds it.",
        "Put both there, as they are in the release.");

    private Finding? JudgeExecutable()
    {
        var install = $"Run {Path.Combine(Folder!, "install")}, or set KAPPA_EXECUTABLE to its path.";
        return this switch
        {
            { Executable: null } => Finding.Failed(
                Name, $"There is no kappa for this machine in {Path.Combine(Folder!, "bin")}, nor on PATH.", install),
            { Fault: { } fault } => Finding.Failed(Name, fault.What, $"{fault.Remedy} {install}"),
            _ when Version != UserAgent.Version => Finding.Warning(
                Name,
                $"{Executable} answers --version with '{Version}', but this is {UserAgent.Version}.",
                install),
            _ => null,
        };
    }
}
