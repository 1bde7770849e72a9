using Kappa.Configuration;
using Kappa.Tenant.Models;
using NLog;

namespace Kappa;

/// <summary>What is in a tenant's Library, for those who only look.</summary>
internal sealed class LibraryReader(ProcessHost host, ILogger log)
{
    /// <exception cref="KappaException">
    /// The configuration is wrong, or the tenant does not tell.
    /// </exception>
    public async Task<(Library Library, IReadOnlyList<SelfServiceCategory> Categories)> ReadAsync(
        string? configFile, CancellationToken cancel)
    {
        var settings = SettingsReader.Read(
            new RunRequest { Name = "Kappa", DryRun = true }, host.Surroundings(configFile, hasRecipe: false));
        log.Say(settings.Notes.Where(note => note.Level == NoteLevel.Warning));
        SuperuserKeychain.Check(settings, host);

        using var run = await Composition.ConnectAsync(settings, host, log, cancel);
        return (await run.Tenant.ReadLibraryAsync(cancel), await run.Tenant.ReadCategoriesAsync(cancel));
    }
}
