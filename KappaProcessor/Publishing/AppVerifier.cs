using Kappa.Tenant;
using Kappa.Tenant.Models;
using NLog;

namespace Kappa.Publishing;

/// <summary>Finds out which file an app serves after it was written.</summary>
internal sealed class AppVerifier(ITenant tenant, TimeProvider clock, ILogger log)
{
    // A read right after a write may still tell of before; a file that is wrong after this long is wrong.
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)];

    /// <summary>
    /// The app as the tenant last told it; ask <see cref="IsRight"/> whether the file is the one sent.
    /// </summary>
    public async Task<CustomApp> ReadAsync(
        CustomApp answered, UploadedInstaller file, CancellationToken cancel)
    {
        // Most answers to a write have the hash, and no further question is needed.
        var app = answered;
        for (var look = 0; look < Pauses.Length && app.Sha256 != file.Sha256; look++)
        {
            await Task.Delay(Pauses[look], clock, cancel);
            app = await tenant.ReadAppAsync(answered.Id, cancel);
            if (app.Sha256 is null)
            {
                log.Warn(
                    "The tenant gives no sha256 for '{0}', so the upload could not be verified.", app.Name);
                return app;
            }
        }

        return app;
    }

    /// <summary>Nothing says that the app serves another file.</summary>
    public static bool IsRight(CustomApp app, UploadedInstaller file) =>
        app.Sha256 is null || app.Sha256 == file.Sha256;
}
