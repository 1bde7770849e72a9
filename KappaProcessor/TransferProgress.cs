namespace Kappa;

/// <summary>How far a download, an upload or a checksum has come.</summary>
/// <param name="Deed">What is going on, <c>Uploading Firefox.pkg</c>.</param>
/// <param name="Done">Bytes.</param>
/// <param name="Total">Bytes; null when nobody knows.</param>
internal sealed record TransferProgress(string Deed, long Done, long? Total);
