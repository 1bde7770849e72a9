namespace Kappa.Publishing;

/// <summary>
/// The installer in Kandji's store: its key there and the hash (lower-case hex) of the bytes that were sent.
/// </summary>
internal sealed record UploadedInstaller(string FileKey, string Sha256);
