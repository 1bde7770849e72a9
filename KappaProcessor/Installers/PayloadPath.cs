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
    public static string Normalize(ReadOnlySpan<char> path)
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
