namespace Kappa.Sandbox;

/// <summary>What an administrator or a test wants of a sandbox; nothing needs to be said.</summary>
internal sealed record SandboxOptions
{
    /// <summary>0: any free port.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Where the tenant, the files and the log of requests are kept; null: in memory, files not at all.
    /// </summary>
    public string? StateFolder { get; init; }

    /// <summary>The only token that is let in; null: any.</summary>
    public string? Token { get; init; }

    /// <summary>How long after an upload a create or an update is refused with 503.</summary>
    public TimeSpan ProcessingTime { get; init; }

    /// <summary>How long the fields for an upload are good.</summary>
    public TimeSpan UploadTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Bytes; S3 takes 5 GiB in one post.</summary>
    public long LargestUpload { get; init; } = 5L << 30;

    /// <summary>
    /// Whether the entries of the list have <c>sha256</c>; the single app has it in any case.
    /// </summary>
    public bool ListsSha256 { get; init; } = true;

    /// <summary>Calls that the token has no permission for; they are answered with 403.</summary>
    public IReadOnlyList<SandboxStep> Forbidden { get; init; } = [];

    public IReadOnlyList<SandboxFault> Faults { get; init; } = [];

    /// <summary>Told of every request before it is answered, one at a time.</summary>
    public Action<LoggedRequest>? Watch { get; init; }
}
