using Kappa.Secrets;

namespace Kappa;

/// <summary>The secrets that this process has read so far, so that its log can leave them out.</summary>
internal sealed class KnownSecrets
{
    private readonly Lock gate = new();
    private readonly List<Secret> secrets = [];
    private SecretScrubber scrubber = new([]);

    public Secret Add(Secret secret)
    {
        lock (gate)
        {
            secrets.Add(secret);
            scrubber = new SecretScrubber(secrets);
        }

        return secret;
    }

    public string Scrub(string text)
    {
        lock (gate)
        {
            return scrubber.Scrub(text);
        }
    }
}
