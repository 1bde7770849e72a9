namespace Kappa.Tenant;

/// <summary>
/// What S3 says about a request it refused. The rest of its document repeats the signature, and is not kept.
/// </summary>
internal sealed record S3Error(string Code, string Message)
{
    public override string ToString() =>
        string.Join(": ", new[] { Code, Message }.Where(part => part.Length > 0));
}
