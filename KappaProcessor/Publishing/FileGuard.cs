using Kappa.Tenant;
using Kappa.Tenant.Models;
using NLog;

namespace Kappa.Publishing;

/// <summary>
/// Leaves no app with a damaged file: sends the installer once more, and if that is no better gives an
/// updated app its previous file back, or switches the app off.
/// </summary>
internal sealed class FileGuard(ITenant tenant, TimeProvider clock, ILogger log)
{
    private readonly AppVerifier verifier = new(tenant, clock, log);

    /// <summary>The app, once it serves the very bytes that were sent.</summary>
    /// <param name="progress">Of a variant whose app was written with the uploaded file.</param>
    /// <param name="work">Has the uploaded file, and can get it there once more.</param>
    /// <param name="previous">The app as it was before; null when it was created.</param>
    /// <param name="cancel">Ends it where it is.</param>
    /// <exception cref="KappaException">
    /// Both times another file arrived; says what was done about it.
    /// </exception>
    public async Task<CustomApp> EnsureAsync(
        StepProgress progress, SharedWork work, CustomApp? previous, CancellationToken cancel)
    {
        var file = await work.Upload;
        var app = await verifier.ReadAsync(progress.Written!, file, cancel);
        if (AppVerifier.IsRight(app, file))
        {
            return app;
        }

        log.Warn("{0} It is sent once more.", Difference(app, file));
        var (problem, mended) = await TryAgainAsync(app, progress, work, cancel);
        problem ??= Difference(app, file);
        return mended ?? throw await RetreatAsync(problem, progress, previous, cancel);
    }

    private static string Difference(CustomApp app, UploadedInstaller file) =>
        $"'{app.Name}' ({app.Id}) serves a file with sha256 {app.Sha256}, but {file.Sha256} was uploaded.";

    /// <summary>The mended app, or why there is none.</summary>
    private async Task<(string? Problem, CustomApp? Mended)> TryAgainAsync(
        CustomApp app, StepProgress progress, SharedWork work, CancellationToken cancel)
    {
        try
        {
            if (work.UploadAgain() is not { } again)
            {
                return (null, null);
            }

            var file = await again;
            var fields = new CustomAppFields { FileKey = file.FileKey };
            var answered = await progress.WriteAsync(() => tenant.UpdateAsync(app.Id, fields, cancel));
            var read = await verifier.ReadAsync(answered, file, cancel);
            return AppVerifier.IsRight(read, file) ? (null, read) : (Difference(read, file), null);
        }
        catch (KappaException problem)
        {
            log.Warn("{0}", problem.What);
            return (null, null);
        }
    }

    private async Task<KappaException> RetreatAsync(
        string problem, StepProgress progress, CustomApp? previous, CancellationToken cancel)
    {
        var app = progress.Written!;
        if (previous?.FileKey is not null
            && await TryAsync(app, WhatWas(previous), progress, cancel) is { } back
            && IsAsBefore(back, previous))
        {
            progress.Undone();
            return new KappaException(
                $"{problem} Its previous file, {previous.FileName}, was put back.",
                "Run again; if it happens again, something between here and Kandji damages uploads.");
        }

        var off = await TryAsync(app, new CustomAppFields { Active = false }, progress, cancel);
        return off is { Active: false }
            ? new KappaException(
                $"{problem} The app was switched off, so that no Mac installs that file.",
                "Run again, and then make the app active in the Library.")
            : new KappaException(
                $"{problem} The app could not be switched off.", "Do that in the Library, then run again.");
    }

    private static bool IsAsBefore(CustomApp app, CustomApp previous) =>
        app.FileKey == previous.FileKey
        && (app.Sha256 is null || previous.Sha256 is null || app.Sha256 == previous.Sha256);

    /// <summary>
    /// Whatever goes with a file: an audit script that waits for the new version would install the old one
    /// anew at every check-in.
    /// </summary>
    private static CustomAppFields WhatWas(CustomApp app) => new()
    {
        FileKey = app.FileKey,
        InstallType = app.InstallType,
        UnzipLocation = app.UnzipLocation.Length > 0 ? app.UnzipLocation : null,
        AuditScript = app.AuditScript.Length > 0 ? app.AuditScript : null,
    };

    /// <summary>
    /// Null when the tenant refuses it: Kandji does not promise that it takes an old file key.
    /// </summary>
    private async Task<CustomApp?> TryAsync(
        CustomApp app, CustomAppFields fields, StepProgress progress, CancellationToken cancel)
    {
        try
        {
            return await progress.WriteAsync(() => tenant.UpdateAsync(app.Id, fields, cancel));
        }
        catch (TenantException problem)
        {
            log.Warn("{0}", problem.What);
            return null;
        }
    }
}
