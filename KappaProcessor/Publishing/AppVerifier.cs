using Kappa.Tenant;
using Kappa.Tenant.Models;
using NLog;

namespace Kappa.Publishing;

/// <summary>Makes sure that an app serves the very bytes that were uploaded.</summary>
internal sealed class AppVerifier(ITenant tenant, ILogger log)
{
    /// <summary>The app with its hash known.</summary>
    /// <exception cref="KappaException">The tenant has another file than the one that was sent.</exception>
    public async Task<CustomApp> VerifyAsync(CustomApp answered, UploadedInstaller file, CancellationToken cancel)
    {
        if (answered.Sha256 == file.Sha256)
        {
            return answered;
        }

        // The answer may lack the hash, or be older than the write; the single GET settles both.
        var app = await tenant.ReadAppAsync(answered.Id, cancel);
        if (app.Sha256 == file.Sha256)
        {
            return app;
        }

        if (app.Sha256 is null)
        {
            log.Warn("The tenant gives no sha256 for '{0}', so the upload could not be verified.", app.Name);
            return app;
        }

        throw new KappaException(
            $"'{app.Name}' ({app.Id}) serves a file with sha256 {app.Sha256}, but {file.Sha256} was uploaded.",
            "The upload was damaged on its way: run again, and until then switch the app off in the Library.");
    }
}
