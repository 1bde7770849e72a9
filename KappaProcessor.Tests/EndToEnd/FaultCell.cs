using Kappa.Sandbox;

namespace Kappa.Tests.EndToEnd;

/// <summary>One trouble at one step of a run that creates, or updates, two apps.</summary>
/// <param name="Job">What the run has to do.</param>
/// <param name="Step">Where the trouble is.</param>
/// <param name="Trouble">A word of the sandbox's <c>--fault</c>, or one of <see cref="OwnWords"/>.</param>
internal sealed record FaultCell(FaultJob Job, SandboxStep Step, string Trouble)
{
    private static readonly SandboxStep[] Creating =
    [
        SandboxStep.List, SandboxStep.Categories, SandboxStep.Blueprints, SandboxStep.Presign, SandboxStep.Upload,
        SandboxStep.Create, SandboxStep.Assign, SandboxStep.Slack,
    ];

    private static readonly SandboxStep[] Updating =
    [
        SandboxStep.List, SandboxStep.Get, SandboxStep.Presign, SandboxStep.Upload, SandboxStep.Update,
        SandboxStep.Slack,
    ];

    /// <summary>Once: no reason to fail.</summary>
    private static readonly string[] Passing =
    [
        "refused-once", "reset-before", "reset-middle", "reset-after", "429/7", "500", "502", "503", "504",
        "500-after", "truncated", "html", "drip", "stall/21600",
    ];

    private static readonly string[] Lasting =
    [
        "refused", "reset-before*", "reset-middle*", "reset-after*", "429/7*", "500*3", "502*3", "503*3", "504*3",
        "500*", "502*", "503*", "504*", "truncated*", "html*", "stall/21600*", "revoked",
    ];

    /// <summary>Trouble that is not the tenant's: with the file, and with those who cannot wait.</summary>
    private static readonly string[] OwnWords = ["grows", "vanishes", "cancelled"];

    public static IEnumerable<FaultCell> All =>
    [
        .. Of(FaultJob.Create, Creating),
        .. Of(FaultJob.Update, Updating),
        new(FaultJob.Create, SandboxStep.Presign, "expired"),
        new(FaultJob.Create, SandboxStep.Presign, "expired*"),
        new(FaultJob.Create, SandboxStep.Upload, "corrupt"),
        new(FaultJob.Update, SandboxStep.Upload, "corrupt"),
        new(FaultJob.Update, SandboxStep.Upload, "corrupt*"),
    ];

    /// <summary>The run has to come to its end in spite of it.</summary>
    public bool HasToEndWell => Step == SandboxStep.Slack
        || Passing.Contains(Trouble) || Trouble is "expired" or "corrupt";

    /// <summary>Neither storage nor Slack knows the token.</summary>
    private bool IsPossible =>
        Trouble != "revoked" || Step is not (SandboxStep.Upload or SandboxStep.Slack);

    /// <summary>The step after which nobody listens any more, and how often it comes before.</summary>
    public string StepBefore => (Job, Step) switch
    {
        (_, SandboxStep.Categories or SandboxStep.Get) => "list:gone",
        (FaultJob.Update, SandboxStep.Presign) => "get:gone@2",
        (FaultJob.Create, SandboxStep.Slack) => "list:gone@2",
        (FaultJob.Update, SandboxStep.Slack) => "update:gone@2",
        (_, SandboxStep.Blueprints) => "categories:gone",
        (_, SandboxStep.Presign) => "blueprints:gone",
        (_, SandboxStep.Upload) => "presign:gone",
        (_, SandboxStep.Create or SandboxStep.Update) => "upload:gone",
        (_, SandboxStep.Assign) => "create:gone",
        _ => "",
    };

    public override string ToString() => $"{Job} {Step.ToString().ToLowerInvariant()}:{Trouble}";

    private static IEnumerable<FaultCell> Of(FaultJob job, SandboxStep[] steps) => steps
        .SelectMany(step => Passing.Concat(Lasting).Concat(OwnWords).Select(word => new FaultCell(job, step, word)))
        .Where(cell => cell.IsPossible);
}

internal enum FaultJob
{
    Create,

    Update,
}
