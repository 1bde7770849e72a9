using System.Text;

namespace Kappa.Installers;

/// <summary>
/// Paths as packages write them: <c>./Applications/Firefox.app</c>, <c>/Applications/</c>, <c>.</c>.
/// </summary>
internal static class PayloadPath
{
    /// <summary>
    /// Without <c>.</c>, without slashes at either end: <c>Applications/Firefox.app</c>, or nothing.
    /// </summary>
    public static string Normalize(string path)
    {
        var rest = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        return IsNormal(rest) ? rest : Rebuilt(rest);
    }

    /// <summary>As nearly all are, once they have lost the <c>./</c> that cpio archives put before them.</summary>
    private static bool IsNormal(ReadOnlySpan<char> path) =>
        path is not (['/', ..] or [.., '/'] or "." or ['.', '/', ..] or [.., '/', '.'])
        && !path.Contains("//", StringComparison.Ordinal)
        && !path.Contains("/./", StringComparison.Ordinal);

    private static string Rebuilt(ReadOnlySpan<char> path)
    {
        var normal = new StringBuilder(path.Length);
        foreach (var part in path.Split('/'))
        {
            if (path[part] is not ("" or "."))
            {
                normal.Append(normal.Length > 0 ? "/" : "").Append(path[part]);
            }
        }

        return normal.ToString();
    }
}
