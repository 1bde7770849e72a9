namespace Kappa.Secrets;

/// <summary>A token or webhook URL, whose text form gives nothing away.</summary>
internal sealed class Secret(string value)
{
    /// <summary>Nobody's token is shorter, and to take out every "a" would leave nothing to read.</summary>
    private const int ShortestRemoved = 4;

    private readonly string value = value;

    public int Length => value.Length;

    public bool IsEmpty => value.Length == 0;

    /// <summary>Only visible ASCII: what an HTTP header and a URL can carry.</summary>
    public bool IsSendable => value.All(letter => letter is > ' ' and <= '~');

    public string Reveal() => value;

    /// <summary>Its text, with an end of line, for a file that only its owner reads.</summary>
    public void WriteTo(Stream stream) => stream.Write(System.Text.Encoding.UTF8.GetBytes($"{value}\n"));

    public Secret Trimmed() => new(value.Trim());

    public bool IsSameAs(Secret other) => value == other.value;

    /// <summary>The text without this secret, neither as it is nor as it looks in a URL or a form.</summary>
    public string RemoveFrom(string text) => value.Length < ShortestRemoved
        ? text
        : new[] { value, Uri.EscapeDataString(value), System.Net.WebUtility.UrlEncode(value) }
            .Aggregate(text, (rest, form) => rest.Replace(form, ToString(), StringComparison.OrdinalIgnoreCase));

    public override string ToString() => "[secret]";
}
