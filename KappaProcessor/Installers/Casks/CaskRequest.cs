namespace Kappa.Installers.Casks;

/// <summary>How a cask's installer is asked for.</summary>
internal sealed record CaskRequest(Uri Url)
{
    /// <summary>Null is Kappa's own.</summary>
    public string? UserAgent { get; init; }

    public Uri? Referer { get; init; }

    /// <summary>Of the vendor's choice, cookies among them; for the first host only.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>A form to send; null when nothing is sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Form { get; init; }
}
