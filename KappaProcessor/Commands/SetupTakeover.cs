using Kappa.Configuration;
using NLog;

namespace Kappa.Commands;

/// <summary>What an older tool was configured with, as the beginning of Kappa's own configuration.</summary>
internal sealed class SetupTakeover(SetupOptions options, Surroundings surroundings, Dialog? dialog, ILogger log)
{
    /// <summary>The one that is named, or that the person agrees to; null for none.</summary>
    /// <param name="hasOwn">Kappa has a configuration already; nothing is offered then.</param>
    /// <param name="cancel">Ctrl-C.</param>
    public async Task<OldConfiguration?> ChooseAsync(bool hasOwn, CancellationToken cancel)
    {
        if (options.From is { } folder)
        {
            return OldConfiguration.At(folder);
        }

        if (dialog is null || hasOwn)
        {
            return null;
        }

        foreach (var old in OldConfiguration.Find(surroundings))
        {
            if (await dialog.ConfirmAsync($"Take it over from {old.Folder}, which is left as it is", true, cancel))
            {
                return old;
            }
        }

        return null;
    }

    /// <summary>With the old one's values, under today's names.</summary>
    public ConfigDraft Merge(ConfigDraft draft, OldConfiguration old)
    {
        var file = TextFile.Read(old.ConfigPath);
        var text = file.Text ?? throw new KappaException(
            $"{old.ConfigPath} {file.Fault}.", "Mend the file, or set up without it.");
        var (merged, notes) = draft.Taking(ConfigDraft.Parse(text, old.ConfigPath), old.ConfigPath);
        log.Say(notes);
        return merged;
    }

    /// <summary>Copies the maps and the list of casks; what is there already stays. Returns what was done.</summary>
    public static IReadOnlyList<string> CopyFiles(OldConfiguration old, string folder)
    {
        var lines = new List<string>();
        foreach (var file in old.Files)
        {
            var copy = Path.Combine(folder, Path.GetFileName(file));
            if (Path.Exists(copy))
            {
                lines.Add($"Kept       {copy} was there already and stays; {file} was not copied.");
                continue;
            }

            var content = TextFile.Read(file);
            if (content.Text is null)
            {
                lines.Add($"Left out   {file} {content.Fault}; it was not copied.");
                continue;
            }

            PrivateFile.Write(copy, content.Text);
            lines.Add($"Written    {copy} is a copy of {file}.");
        }

        return lines;
    }
}
