namespace Kappa.Secrets;

/// <summary>
/// A file whose path is in the variable <c>NAME_FILE</c>, the way containers are handed their secrets.
/// </summary>
internal sealed class FileSecretStore(Func<string, string?> environment) : ISecretStore
{
    /// <summary>
    /// A token has a few dozen letters; whoever names a larger file has named the wrong one.
    /// </summary>
    private const long LargestFile = 64 * 1024;

    public string Place => "a file named by its _FILE variable";

    public async Task<Secret?> FindAsync(string name, CancellationToken cancel) =>
        (await LocateAsync(name, cancel))?.Secret;

    public async Task<LocatedSecret?> LocateAsync(string name, CancellationToken cancel)
    {
        if (FindPath(name) is not { } path)
        {
            return null;
        }

        var variable = $"{name}_FILE";
        var secret = new Secret(await ReadAsync(path, variable, cancel)).Trimmed();
        return secret.IsEmpty
            ? throw Unusable(path, variable, "is empty")
            : new LocatedSecret(secret, $"{path}, which {variable} names");
    }

    /// <summary>The file that is to hold the secret; null when no variable names one.</summary>
    public string? FindPath(string name)
    {
        var variable = $"{name}_FILE";
        var path = environment(variable) ?? environment(variable.ToUpperInvariant());
        return string.IsNullOrWhiteSpace(path) ? null : path;
    }

    private static async Task<string> ReadAsync(string path, string variable, CancellationToken cancel)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length > LargestFile
                ? throw Unusable(path, variable, $"has {file.Length:N0} bytes, too many for a secret")
                : await File.ReadAllTextAsync(path, cancel);
        }
        catch (IOException problem)
        {
            throw Unusable(path, variable, $"cannot be read ({problem.Message.TrimEnd('.')})", problem);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw Unusable(path, variable, $"cannot be read ({problem.Message.TrimEnd('.')})", problem);
        }
    }

    private static KappaException Unusable(
        string path, string variable, string fault, Exception? cause = null) => new(
        $"The file '{path}', which {variable} names, {fault}.",
        $"Put the secret into that file and let this user read it, or remove {variable}.",
        cause);
}
