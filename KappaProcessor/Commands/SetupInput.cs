using Kappa.Secrets;

namespace Kappa.Commands;

/// <summary>Secrets on stdin, one a line.</summary>
internal sealed class SetupInput(Stream input) : IDisposable
{
    private readonly StreamReader reader = new(input, leaveOpen: true);

    /// <exception cref="UsageException">There is no such line, or nothing in it.</exception>
    public async Task<Secret> ReadAsync(string flag, CancellationToken cancel)
    {
        var secret = new Secret(await reader.ReadLineAsync(cancel) ?? "").Trimmed();
        return secret.IsEmpty
            ? throw new UsageException($"{flag} found no line on stdin, or an empty one.", "Put the secret there.")
            : secret;
    }

    public void Dispose() => reader.Dispose();
}
