using Kappa.Configuration;
using NLog;

namespace Kappa.Commands;

/// <summary>
/// <c>kappa setup</c>: first all questions, then all that is stored and written, so that one who stops half way has
/// changed nothing.
/// </summary>
internal sealed class SetupCommand(ProcessHost host, SetupOptions options)
{
    private readonly Surroundings surroundings = host.Surroundings(options.ConfigFile, hasRecipe: true);

    public async Task<ExitCode> RunAsync(CancellationToken cancel)
    {
        if (!options.NonInteractive && host.Prompt is null)
        {
            throw new UsageException(
                "kappa setup asks questions, and there is no terminal to ask them on.",
                "Run it in a terminal, or add --non-interactive and a flag for each answer.");
        }

        using var logs = Logging.Create((int)NoteLevel.Decision, LogFormat.Plain, host.Error, host.Secrets);
        var log = logs.GetLogger("kappa");
        try
        {
            return await RunAsync(log, cancel);
        }
        catch (OperationCanceledException)
        {
            log.Error("Interrupted; nothing was stored or written.");
            return ExitCode.Interrupted;
        }
    }

    private async Task<ExitCode> RunAsync(ILogger log, CancellationToken cancel)
    {
        var dialog = options.NonInteractive ? null : new Dialog(host.Prompt!);
        var path = FindPath();
        var text = File.Exists(path) ? Require(path) : null;
        if (!await MayResetAsync(dialog, text is null ? null : path, cancel))
        {
            await WriteAsync("Nothing was changed.");
            return ExitCode.Done;
        }

        var before = text is null || options.Reset ? ConfigDraft.Empty : ConfigDraft.Parse(text, path);
        var takeover = new SetupTakeover(options, surroundings, dialog, log);
        var old = await takeover.ChooseAsync(hasOwn: text is not null && !options.Reset, cancel);
        var draft = old is null ? before : takeover.Merge(before, old);

        var places = new SetupSecrets(host, surroundings);
        var form = new SetupForm(options.Answers, dialog, log);
        using var tokens = new SetupTokens(host, options, form, places);
        var result = await new SetupInterview(options, form, places, tokens).RunAsync(draft, cancel);
        cancel.ThrowIfCancellationRequested();

        var writer = new SetupWriter(host, surroundings, places, log);
        await WriteAsync(await writer.WriteAsync(result, old, path, text));
        return ExitCode.Done;
    }

    /// <summary>
    /// The file that is named, or in use, whether it is there or not; an older tool's is never written.
    /// </summary>
    private string FindPath()
    {
        if ((options.ConfigFile ?? surroundings.Variable(EnvironmentKeys.Config.Name)) is { } named)
        {
            return Path.GetFullPath(named);
        }

        var folder = ConfigLocator.UserFolder(surroundings);
        return ConfigLocator.Locate(surroundings).Config
            ?? (folder is null ? null : Path.Combine(folder, ConfigFile.Name))
            ?? throw new KappaException(
                $"There is no folder for {ConfigFile.Name}: HOME is not set.",
                "Set HOME, or name the file with --config.");
    }

    private static string Require(string path)
    {
        var file = TextFile.Read(path);
        return file.Text ?? throw new KappaException($"{path} {file.Fault}.", "Mend the file, or remove it.");
    }

    private async Task<bool> MayResetAsync(Dialog? dialog, string? path, CancellationToken cancel) =>
        !options.Reset || dialog is null || path is null
        || await dialog.ConfirmAsync($"Start from defaults, and lose what is in {path}", false, cancel);

    private async Task WriteAsync(string text)
    {
        await using var output = new StreamWriter(host.Output, leaveOpen: true);
        await output.WriteLineAsync(text);
    }
}
