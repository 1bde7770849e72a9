using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>A variable of AutoPkg's environment that Kappa reads.</summary>
internal sealed record InputVariable(SettingKey Key)
{
    public string Name => Key.Name;

    public SettingType Type => Key.Type;

    public string Documentation => Key.Documentation;

    /// <summary>AutoPkg refuses a recipe that does not set it.</summary>
    public bool Required { get; init; }

    public override string ToString() => Name;
}
