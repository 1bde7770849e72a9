using Kappa.Secrets;

namespace Kappa.Tests.Support;

/// <summary>
/// A private folder with a stand-in for <c>security</c>, what it shall answer, and how it was called.
/// </summary>
internal sealed class KeychainStandIn : IDisposable
{
    private readonly TempFolder folder = new();

    public KeychainStandIn() => File.CreateSymbolicLink(
        folder["security"], Path.Combine(AppContext.BaseDirectory, "Fixtures", "secrets", "security"));

    public ExternalTool Tool => new(folder["security"]);

    public KeychainSecretStore Store => new(Tool);

    /// <summary>One argument a line, all calls one after the other.</summary>
    public string Arguments => Noted("arguments");

    public string Input => Noted("input");

    public KeychainStandIn Holds(string account, string password)
    {
        folder.Write($"password.{account}", $"{password}\n");
        return this;
    }

    /// <summary>What is stored can be read back, as with a real one.</summary>
    public KeychainStandIn Storing()
    {
        folder.Write("stores", "");
        return this;
    }

    /// <summary>What was stored under that name; null when nothing was.</summary>
    public string? Stored(string name) => File.Exists(folder[$"password.KAPPA.{name}"])
        ? File.ReadAllText(folder[$"password.KAPPA.{name}"]).TrimEnd('\n')
        : null;

    public KeychainStandIn Refuses(string account, int exitCode)
    {
        folder.Write($"refusal.{account}", $"{exitCode}");
        return this;
    }

    public void Dispose() => folder.Dispose();

    private string Noted(string name) => File.Exists(folder[name]) ? File.ReadAllText(folder[name]) : "";
}
