namespace Kappa;

/// <summary>How Kappa names itself to every host: <c>Kappa/2.0.0</c>.</summary>
internal static class UserAgent
{
    public static string Version { get; } = typeof(UserAgent).Assembly.GetName().Version?.ToString(3) ?? "";

    public static string Text { get; } = $"Kappa/{Version}";
}
