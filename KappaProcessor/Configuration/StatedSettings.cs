using Kappa.Tenant.Models;

namespace Kappa.Configuration;

/// <summary>
/// What a recipe, a command line, or the entry of a map says of its Custom Apps; null where it is silent.
/// </summary>
internal sealed record StatedSettings
{
    /// <summary>The app for everybody, also when it is the only one.</summary>
    public StatedVariant Prod { get; init; } = new();

    public StatedVariant Test { get; init; } = new();

    public ScriptSource? PreinstallScript { get; init; }

    public ScriptSource? PostinstallScript { get; init; }

    public bool? Restart { get; init; }

    public bool? Active { get; init; }

    public bool? SelfServiceRecommended { get; init; }

    public bool? ShowInSelfService { get; init; }

    public string? UnzipLocation { get; init; }

    public bool NamesApps => Prod.Name is not null || Test.Name is not null;

    public StatedVariant Of(AppVariant variant) => variant == AppVariant.Test ? Test : Prod;

    /// <summary>
    /// How a new app of this variant is to be installed: what is said of it, else what is said of all.
    /// </summary>
    public Enforcement? EnforcementOf(AppVariant variant) => Of(variant).Enforcement ?? Prod.Enforcement;

    /// <summary>
    /// These, and where they are silent, what <paramref name="weaker"/> says: value by value.
    /// </summary>
    public StatedSettings Over(StatedSettings? weaker) => weaker is null ? this : new()
    {
        Prod = Prod.Over(weaker.Prod),
        Test = Test.Over(weaker.Test),
        PreinstallScript = PreinstallScript ?? weaker.PreinstallScript,
        PostinstallScript = PostinstallScript ?? weaker.PostinstallScript,
        Restart = Restart ?? weaker.Restart,
        Active = Active ?? weaker.Active,
        SelfServiceRecommended = SelfServiceRecommended ?? weaker.SelfServiceRecommended,
        ShowInSelfService = ShowInSelfService ?? weaker.ShowInSelfService,
        UnzipLocation = UnzipLocation ?? weaker.UnzipLocation,
    };

    /// <summary>What is said, and nothing else, as text.</summary>
    public IEnumerable<(SettingKey Key, string Text)> Describe() =>
        from said in DescribeAll()
        where said.Text is not null
        select (said.Key, said.Text!);

    private IEnumerable<(SettingKey Key, string? Text)> DescribeAll() =>
    [
        .. Prod.Describe(StatedKeys.Prod),
        .. Test.Describe(StatedKeys.Test),
        (StatedKeys.PreinstallScript, PreinstallScript?.Describe()),
        (StatedKeys.PostinstallScript, PostinstallScript?.Describe()),
        (StatedKeys.Restart, Word(Restart)),
        (StatedKeys.Active, Word(Active)),
        (StatedKeys.SelfServiceRecommended, Word(SelfServiceRecommended)),
        (StatedKeys.ShowInSelfService, Word(ShowInSelfService)),
        (StatedKeys.UnzipLocation, UnzipLocation),
    ];

    private static string? Word(bool? flag) => flag switch { null => null, true => "true", false => "false" };
}
