using Kappa.Configuration;
using Kappa.Reporting;
using Kappa.Secrets;
using Kappa.Tenant;
using Kappa.Tenant.Models;

namespace Kappa.Commands;

/// <summary>Asks for the secrets, and asks the tenant whether its token is right.</summary>
internal sealed class SetupTokens(
    ProcessHost host, SetupOptions options, SetupForm form, SetupSecrets places) : IDisposable
{
    private readonly SetupInput input = new(host.Input);

    private enum Next
    {
        Again,
        Address,
        Keep,
    }

    public async Task<(ConfigDraft Draft, SetupSecret Token, SetupTenant? Tenant)> AskTokenAsync(
        ConfigDraft draft, SecretPlace place, CancellationToken cancel)
    {
        var name = draft.Shown(ConfigKeys.TokenName) ?? "";
        var wish = new Wish("API token", "--token-stdin", name, options.TokenFromInput);
        var existing = await FindAsync(place, wish.Name, cancel);
        var token = await AskAsync(wish, place, existing, cancel);
        while (token is not null
            && !options.Unchecked
            && TenantAddress.TryParse(draft.Shown(ConfigKeys.ApiUrl)) is { } address)
        {
            var (tenant, next) = await TryAsync(address, token, cancel);
            if (next is null or Next.Keep)
            {
                return (draft, Of(wish, place, token, existing), tenant);
            }

            if (next is Next.Address)
            {
                draft = await form.AskAsync(draft, SetupQuestions.ApiUrl, null, cancel);
            }
            else
            {
                existing = existing == token ? null : existing;
                token = await AskAsync(wish, place, existing, cancel);
            }
        }

        return (draft, Of(wish, place, token, existing), null);
    }

    public async Task<SetupSecret> AskWebhookAsync(string name, SecretPlace place, CancellationToken cancel)
    {
        var wish = new Wish("Slack webhook's URL", "--webhook-stdin", name, options.WebhookFromInput)
        {
            Check = webhook => SlackNotifier.IsAddress(webhook)
                ? null
                : new Objection("is not the address of a webhook", "It starts with https://hooks.slack.com/."),
        };
        var existing = await FindAsync(place, name, cancel);
        return Of(wish, place, await AskAsync(wish, place, existing, cancel), existing);
    }

    public void Dispose() => input.Dispose();

    private static SetupSecret Of(Wish wish, SecretPlace place, Secret? secret, Secret? existing)
    {
        var isKept = secret is null || secret == existing || place == SecretPlace.Environment;
        return new SetupSecret(wish.Name, isKept ? null : secret, existing is not null);
    }

    /// <summary>Null for what can stay unknown: a secret that the environment will have.</summary>
    private async Task<Secret?> AskAsync(Wish wish, SecretPlace place, Secret? existing, CancellationToken cancel)
    {
        while (true)
        {
            var typed = await TypedAsync(wish, place, existing, cancel);
            if (typed.IsEmpty && (existing is not null || place == SecretPlace.Environment || form.Dialog is null))
            {
                return existing;
            }

            host.Secrets.Add(typed);
            if (Check(wish, typed) is not { } objection)
            {
                return typed;
            }

            if (form.Dialog is not { } dialog)
            {
                throw new KappaException($"The {wish.Purpose} on stdin {objection.Fault}.", objection.Remedy);
            }

            dialog.Tell(objection);
        }
    }

    private async Task<Secret> TypedAsync(Wish wish, SecretPlace place, Secret? existing, CancellationToken cancel)
    {
        if (form.Dialog is { } dialog)
        {
            var enter = existing is not null ? "Enter keeps the one that is there"
                : place == SecretPlace.Environment ? "it is checked, not stored; Enter for none"
                : "not shown";
            return await dialog.AskHiddenAsync($"{wish.Purpose} ({enter})", cancel);
        }

        if (wish.IsOnInput)
        {
            return await input.ReadAsync(wish.Flag, cancel);
        }

        if (existing is null && place != SecretPlace.Environment)
        {
            form.Miss(wish.Flag);
        }

        return new Secret("");
    }

    private static Objection? Check(Wish wish, Secret secret) =>
        secret.IsEmpty ? new Objection("is empty", "Paste it here; nothing of it will be seen.")
        : !secret.IsSendable ? new Objection(
            "has a space or a character that is not plain ASCII", "Copy it again, without line breaks.")
        : wish.Check(secret);

    /// <summary>What the tenant has; or, when it refuses, what the person wants to do about it.</summary>
    private async Task<(SetupTenant? Tenant, Next? Next)> TryAsync(
        TenantAddress address, Secret token, CancellationToken cancel)
    {
        try
        {
            var tenant = await SetupTenant.ReadAsync(address, token, host, cancel);
            form.Dialog?.Tell(
                $"{address} takes the token: {tenant.Apps} Custom Apps, "
                + $"{tenant.Categories.Count} Self Service categories.");
            return (tenant, null);
        }
        catch (TenantException refusal)
        {
            if (form.Dialog is not { } dialog)
            {
                throw new KappaException(
                    refusal.What,
                    $"{refusal.Remedy} Nothing was written; --no-check does not ask the tenant.",
                    refusal);
            }

            dialog.Tell(host.Secrets.Scrub(refusal.Message));
            var word = await dialog.ChooseAsync(
                "Go on with", ["another token", "url", "this token"], "another token", cancel);
            return (null, word switch
            {
                "url" => Next.Address,
                "this token" => Next.Keep,
                _ => Next.Again,
            });
        }
    }

    /// <summary>A secret that is there and cannot be read is as good as none.</summary>
    private async Task<Secret?> FindAsync(SecretPlace place, string name, CancellationToken cancel)
    {
        if (options.Reset)
        {
            return null;
        }

        try
        {
            return await places.FindAsync(place, name, cancel) is { } secret ? host.Secrets.Add(secret) : null;
        }
        catch (KappaException problem) when (form.Dialog is not null)
        {
            form.Log.Warn("{0}", problem.Message);
            return null;
        }
    }

    /// <param name="Purpose">What an administrator calls it.</param>
    /// <param name="Flag">What reads it from stdin.</param>
    /// <param name="Name">What it is stored under.</param>
    /// <param name="IsOnInput">The flag is there.</param>
    private sealed record Wish(string Purpose, string Flag, string Name, bool IsOnInput)
    {
        public Func<Secret, Objection?> Check { get; init; } = _ => null;
    }
}
