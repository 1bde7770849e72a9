namespace Kappa.Secrets;

/// <summary>A token or webhook URL, whose text form gives nothing away.</summary>
internal sealed class Secret(string value)
{
    public string Reveal() => value;

    public override string ToString() => "[secret]";
}
