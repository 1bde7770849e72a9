using System.Net;
using Kappa.Sandbox.Wire;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox;

/// <summary>What can go wrong between a client and Kandji.</summary>
internal abstract record SandboxTrouble
{
    private const string Elsewhere = "https://elsewhere.example/";

    /// <summary>The answer to a request that this befalls.</summary>
    public abstract Task<SandboxAnswer> PlayAsync(TroubledCall call);

    /// <summary>
    /// Another answer than the good one; with <paramref name="Happened"/>, although the work was done.
    /// </summary>
    internal sealed record Status(HttpStatusCode Code, string? RetryAfter = null, bool Happened = false)
        : SandboxTrouble
    {
        public override async Task<SandboxAnswer> PlayAsync(TroubledCall call)
        {
            _ = Happened ? await call.Serve() : null;
            return TroubleAnswers.Of(call.Step, Code, RetryAfter);
        }
    }

    internal sealed record Reset(ResetMoment Moment) : SandboxTrouble
    {
        public override async Task<SandboxAnswer> PlayAsync(TroubledCall call)
        {
            if (Moment == ResetMoment.Middle)
            {
                await call.Request.Body.SkipAsync((call.Request.ContentLength ?? 0) / 2, call.Cancel);
            }

            _ = Moment == ResetMoment.After ? await call.Serve() : null;
            return SandboxAnswer.Lost;
        }
    }

    /// <summary>The work is done, and half of the answer arrives.</summary>
    internal sealed record Truncated : SandboxTrouble
    {
        public override async Task<SandboxAnswer> PlayAsync(TroubledCall call) =>
            await call.Serve() is { Body.Length: > 0 } answer
                ? answer with { Delivery = new AnswerDelivery.Truncated() }
                : SandboxAnswer.Lost;
    }

    /// <summary>A proxy's page with status 200, and nothing happened.</summary>
    internal sealed record Html : SandboxTrouble
    {
        private const string Portal = "<html><body><h1>Please log in to the network</h1></body></html>";

        public override Task<SandboxAnswer> PlayAsync(TroubledCall call) =>
            Task.FromResult(SandboxAnswer.Page(HttpStatusCode.OK, Portal));
    }

    /// <summary>The answer comes in pieces that take <paramref name="Time"/> together.</summary>
    internal sealed record Drip(TimeSpan Time) : SandboxTrouble
    {
        public override async Task<SandboxAnswer> PlayAsync(TroubledCall call) =>
            await call.Serve() with { Delivery = new AnswerDelivery.Dripping(Time) };
    }

    /// <summary>
    /// Nothing is read and nothing is said for <paramref name="Time"/>; then the connection is reset.
    /// </summary>
    internal sealed record Stall(TimeSpan Time) : SandboxTrouble
    {
        public override async Task<SandboxAnswer> PlayAsync(TroubledCall call)
        {
            await Task.Delay(Time, call.Clock, call.Cancel);
            return SandboxAnswer.Lost;
        }
    }

    /// <summary>
    /// This request is served well; after it connections are refused, until <see
    /// cref="SandboxServer.Reopen"/>.
    /// </summary>
    internal sealed record Gone : SandboxTrouble
    {
        public override async Task<SandboxAnswer> PlayAsync(TroubledCall call) =>
            await call.Serve() with { Delivery = new AnswerDelivery.Last() };
    }

    /// <summary>Sends the client to the same path of <paramref name="Host"/>.</summary>
    internal sealed record Redirect(Uri Host) : SandboxTrouble
    {
        public Redirect()
            : this(new Uri(Elsewhere))
        {
        }

        public override Task<SandboxAnswer> PlayAsync(TroubledCall call)
        {
            var target = new Uri(Host, call.Request.Path + call.Request.QueryText);
            return Task.FromResult(SandboxAnswer
                .Empty(HttpStatusCode.TemporaryRedirect)
                .WithHeader("Location", target.AbsoluteUri));
        }
    }

    /// <summary>A list whose next page is on <paramref name="Host"/>.</summary>
    internal sealed record ForeignNext(Uri Host) : SandboxTrouble
    {
        public ForeignNext()
            : this(new Uri(Elsewhere))
        {
        }

        public override async Task<SandboxAnswer> PlayAsync(TroubledCall call)
        {
            var next = new Uri(Host, $"{call.Request.Path}?page=2");
            return TroubleAnswers.Changed(await call.Serve(), json => json["next"] = next.AbsoluteUri);
        }
    }

    /// <summary>
    /// The file arrives damaged in the store, or an answer tells another <c>sha256</c> than the file has.
    /// </summary>
    internal sealed record Corrupt : SandboxTrouble
    {
        public override async Task<SandboxAnswer> PlayAsync(TroubledCall call)
        {
            call.Request.Trouble = this;
            return TroubleAnswers.Changed(await call.Serve(), Spoil);
        }

        public static string Spoil(string sha256) =>
            new([.. sha256.Select(digit => digit == 'f' ? '0' : 'f')]);

        private static void Spoil(JObject json)
        {
            foreach (var app in json["results"] is JArray list ? list.OfType<JObject>() : [json])
            {
                app["sha256"] = Spoil((string?)app["sha256"] ?? "");
            }
        }
    }

    /// <summary>The fields for the upload have expired when they are given out.</summary>
    internal sealed record Expired : SandboxTrouble
    {
        public override Task<SandboxAnswer> PlayAsync(TroubledCall call)
        {
            call.Request.Trouble = this;
            return call.Serve();
        }
    }

    /// <summary>
    /// The list shows an app as it was before it was written; see <see cref="StaleReads"/>.
    /// </summary>
    internal sealed record Stale : SandboxTrouble
    {
        public override Task<SandboxAnswer> PlayAsync(TroubledCall call) => call.Serve();
    }
}
