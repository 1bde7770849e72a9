using NLog;

namespace Kappa.Installers.Casks;

/// <summary>Finds where casks come from on this machine.</summary>
internal static class CaskSources
{
    /// <summary>
    /// launchd and systemd give a PATH without them; Homebrew installs nowhere else.
    /// </summary>
    public const string BrewFolders = "/opt/homebrew/bin:/usr/local/bin:/home/linuxbrew/.linuxbrew/bin";

    /// <summary><c>brew</c> where it is on PATH, else the web.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="processor">For which Macs.</param>
    /// <param name="log">Gets what an administrator should know of a cask.</param>
    /// <exception cref="KappaException">There is no brew, and no folder for downloads.</exception>
    public static ICaskSource ForThisMachine(ProcessHost host, CaskProcessor processor, ILogger log)
    {
        if (ProgramSearch.Find(host.Variable("PATH"), "brew") is { } brew)
        {
            return new BrewCaskSource(
                new ExternalTool(brew) { Clock = host.Clock }, host.IsMac ? [] : BrewCaskSource.For(processor), log);
        }

        var web = new CaskWeb(CaskApi.Root(host.Variable), CaskCache.Folder(host), processor);
        return new WebCaskSource(web, host.Clock, log);
    }
}
