namespace Kappa.Tenant.Models;

/// <summary>The id of a Custom App, a UUID in Kandji's own spelling.</summary>
internal sealed record AppId(string Value)
{
    public override string ToString() => Value;
}
