using System.Globalization;

namespace Kappa.Planning;

/// <summary>How a plan writes values.</summary>
internal static class Words
{
    public const string None = "none";

    public static string OrNone(string text) => text.Length == 0 ? None : text;

    public static string Flag(bool value) => value ? "true" : "false";

    public static string Bytes(long size) => string.Create(CultureInfo.InvariantCulture, $"{size:N0} bytes");

    public static string Days(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "day" : "days")}");

    public static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A script by its size; whoever wants its text has the file.</summary>
    public static string Script(string script) => script.TrimEnd().Length switch
    {
        0 => None,
        var length => string.Create(CultureInfo.InvariantCulture, $"{length:N0} characters"),
    };
}
