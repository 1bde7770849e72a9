using System.Net.Http.Headers;

namespace Kappa.Installers.Casks;

/// <summary>
/// What a downloaded file is called here: after what the server or the address says, and never a path.
/// </summary>
internal static class DownloadName
{
    /// <summary>Characters, which leaves room for what Kandji adds.</summary>
    private const int Longest = 120;

    private static readonly string[] Suffixes = [".pkg", ".mpkg", ".dmg", ".zip"];

    /// <param name="answer">To the download.</param>
    /// <param name="url">The address that the cask names.</param>
    /// <param name="token">When nobody has a name for it.</param>
    public static string Of(HttpResponseMessage answer, Uri url, string token)
    {
        var names = new[]
        {
            FromHeader(answer.Content.Headers.ContentDisposition),
            Last(answer.RequestMessage?.RequestUri),
            Last(url),
        };
        var clean = names.Select(Clean).Where(name => name.Length > 0).ToList();
        return clean.FirstOrDefault(HasSuffix) ?? clean.FirstOrDefault() ?? Clean(token);
    }

    /// <summary>With the suffix that its content deserves, when it has none.</summary>
    public static string WithSuffix(string name, InstallerKind kind) => HasSuffix(name) ? name : name + kind switch
    {
        InstallerKind.Package => ".pkg",
        InstallerKind.Image => ".dmg",
        InstallerKind.Zip => ".zip",
        _ => throw new System.Diagnostics.UnreachableException($"No suffix for {kind}."),
    };

    /// <summary><c>../../etc/passwd</c> → <c>passwd</c>; <c>.x</c> → <c>x</c>.</summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(IsHarmless)).Trim(' ', '.');
        return clean.Length <= Longest ? clean : clean[^Longest..].Trim(' ', '.');
    }

    private static bool HasSuffix(string name) =>
        Suffixes.Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    private static string? FromHeader(ContentDispositionHeaderValue? header) =>
        header?.FileNameStar ?? header?.FileName?.Trim('"');

    private static string? Last(Uri? url) => url is null ? null : Uri.UnescapeDataString(url.AbsolutePath);

    private static bool IsHarmless(char character) =>
        PrintableText.Of(character.ToString()).Length == 1 && character is not (':' or '*' or '?' or '"' or '\t');
}
