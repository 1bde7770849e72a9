namespace Kappa.Tests.Benchmarks.Figures;

/// <summary>What another program needed for the same work in the same run.</summary>
/// <param name="Program">As one would type it: <c>openssl dgst -sha256</c>.</param>
internal sealed record Reference(string Program, Quantity Taken)
{
    public override string ToString() => $"{Taken} `{Program}`";
}
