using Kappa.Configuration;
using Kappa.Secrets;
using Kappa.Tenant.Models;

namespace Kappa.Commands;

/// <summary>The questions of <c>kappa setup</c>, in order; nothing is stored or written here.</summary>
internal sealed class SetupInterview(SetupOptions options, SetupForm form, SetupSecrets places, SetupTokens tokens)
{
    /// <exception cref="UsageException">Nobody is asked, and flags are missing.</exception>
    public async Task<SetupResult> RunAsync(ConfigDraft draft, CancellationToken cancel)
    {
        draft = await form.FillAsync(draft, SetupQuestions.ApiUrl, null, cancel);
        var place = await AskPlaceAsync(draft, cancel);
        if (places.Caution(place) is { } caution)
        {
            form.Log.Warn("{0}", caution);
        }

        draft = await form.FillAsync(
            SetupSecrets.With(draft, place),
            SetupQuestions.TokenName,
            name => SetupSecrets.CheckName(place, name),
            cancel);

        var token = new SetupSecret(draft.Shown(ConfigKeys.TokenName) ?? "", null, false);
        SetupTenant? tenant = null;
        if (!options.ConfigOnly)
        {
            (draft, token, tenant) = await tokens.AskTokenAsync(draft, place, cancel);
        }

        draft = await AskAboutAppsAsync(draft, tenant, cancel);
        (draft, var webhook) = await AskAboutSlackAsync(draft, place, cancel);
        form.ThrowIfMissing();
        return new SetupResult(draft, place, webhook is null ? [token] : [token, webhook]);
    }

    private async Task<SecretPlace> AskPlaceAsync(ConfigDraft draft, CancellationToken cancel)
    {
        if (options.Keystore is { } given)
        {
            return places.Offered.Contains(given) ? given : throw new UsageException(
                "--keystore is keychain, which only a Mac has.", "Use --keystore environment or --keystore file.");
        }

        var known = places.PlaceIn(draft, draft.Usable(ConfigKeys.TokenName) ?? Defaults.TokenName);
        if (form.Dialog is { } dialog)
        {
            var words = places.Offered.Select(SetupSecrets.Word).ToList();
            var word = await dialog.ChooseAsync(
                "Where the API token is kept", words, SetupSecrets.Word(known ?? places.Offered[0]), cancel);
            return SetupSecrets.PlaceOf(word)!.Value;
        }

        if (known is null)
        {
            form.Miss("--keystore");
        }

        return known ?? SecretPlace.Environment; // which at least wants no token
    }

    private async Task<ConfigDraft> AskAboutAppsAsync(ConfigDraft draft, SetupTenant? tenant, CancellationToken cancel)
    {
        draft = await form.FillAsync(draft, SetupQuestions.Enforcement, null, cancel);
        var isEnforced = Enforcement.TryParse(draft.Shown(ConfigKeys.Enforcement)) == Enforcement.AuditEnforce;
        foreach (var delay in new[] { SetupQuestions.ProdDelay, SetupQuestions.TestDelay })
        {
            draft = isEnforced || form.IsGiven(delay) ? await form.FillAsync(draft, delay, null, cancel) : draft;
        }

        draft = await form.FillAsync(draft, SetupQuestions.Naming, null, cancel);
        WarnOfSharedName(draft.Shown(ConfigKeys.NewAppNaming));
        if (tenant is { Categories.Count: > 0 })
        {
            form.Dialog?.Tell($"The tenant's Self Service categories: {string.Join(", ", tenant.Names)}.");
        }

        foreach (var category in new[] { SetupQuestions.Category, SetupQuestions.TestCategory })
        {
            draft = await form.FillAsync(draft, category, name => tenant?.CheckCategory(name), cancel);
        }

        SetupQuestion[] flags = [SetupQuestions.DynamicLookup, SetupQuestions.RecipeMap, SetupQuestions.PackageMap];
        foreach (var flag in flags)
        {
            draft = await form.FillAsync(draft, flag, null, cancel);
        }

        return draft;
    }

    private void WarnOfSharedName(string? naming)
    {
        if (naming?.Contains(TargetResolver.NamePlaceholder, StringComparison.Ordinal) is false)
        {
            form.Log.Warn(
                "'{0}' has no {1} in it: all recipes without names of their own update one and the same app.",
                naming,
                TargetResolver.NamePlaceholder);
        }
    }

    private async Task<(ConfigDraft Draft, SetupSecret? Webhook)> AskAboutSlackAsync(
        ConfigDraft draft, SecretPlace place, CancellationToken cancel)
    {
        draft = await form.FillAsync(draft, SetupQuestions.Slack, null, cancel);
        var isEnabled = draft.Shown(ConfigKeys.SlackEnabled) == "true";
        if (!isEnabled && !form.IsGiven(SetupQuestions.WebhookName))
        {
            return (draft, null);
        }

        draft = await form.FillAsync(
            draft, SetupQuestions.WebhookName, name => SetupSecrets.CheckName(place, name), cancel);
        var name = draft.Shown(ConfigKeys.SlackWebhookName)!;
        return (draft, !isEnabled ? null
            : options.ConfigOnly ? new SetupSecret(name, null, false)
            : await tokens.AskWebhookAsync(name, place, cancel));
    }
}
