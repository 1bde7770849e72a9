using Kappa.Configuration;

namespace Kappa.AutoPkg;

/// <summary>A variable that Kappa puts into AutoPkg's environment.</summary>
internal sealed record OutputVariable(string Name, SettingType Type, string Documentation)
{
    public override string ToString() => Name;
}
