namespace Kappa.Secrets;

/// <summary>Takes known secrets out of a text.</summary>
internal sealed class SecretScrubber(IEnumerable<Secret> secrets)
{
    // The longest first, because one secret may be a part of another.
    private readonly Secret[] secrets = [.. secrets.OrderByDescending(secret => secret.Length)];

    public string Scrub(string text) => secrets.Aggregate(text, (rest, secret) => secret.RemoveFrom(rest));
}
