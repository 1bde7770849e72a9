using Kappa.Tenant.Models;

namespace Kappa.Tenant;

/// <summary>Sends an installer's bytes to the storage host. It never sees the tenant's token.</summary>
internal interface IInstallerUpload
{
    /// <summary>
    /// One multipart form: the ticket's fields in order, then <paramref name="content"/> as the part
    /// <c>file</c>.
    /// </summary>
    /// <param name="ticket">Used once; a failed upload needs a new one.</param>
    /// <param name="fileName">The installer's name, as the part's file name.</param>
    /// <param name="content">Read from where it stands to its end, <paramref name="length"/> bytes; stays the
    /// caller's.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="cancel">Ends the transfer.</param>
    /// <exception cref="TenantException">The storage host refused the file, or the connection broke or
    /// stalled.</exception>
    Task UploadAsync(UploadTicket ticket, string fileName, Stream content, long length, CancellationToken cancel);
}
