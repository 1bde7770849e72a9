using NLog;
using Polly;
using Polly.Retry;

namespace Kappa.Tenant;

/// <summary>
/// What is sent again, when, and for how long. RestSharp does not throw for a refused connection, so
/// everything here looks at answers. A create is repeated only when it was provably not done, or there would
/// be two apps.
/// </summary>
internal sealed class TenantResilience(TenantAccess access, TimeProvider clock, ILogger log)
{
    /// <summary>For one attempt, its answer included.</summary>
    public static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(90);

    // Exponential from 0.6 s with jitter, the seven waits are 27 to 55 s together.
    private const int MostRetries = 7;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.6);

    private const int MostUnreadable = 2;

    private static readonly TimeSpan ShortestProcessingWait = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestProcessingWait = TimeSpan.FromSeconds(30);

    /// <summary>Made for one request: its clocks start now.</summary>
    public ResiliencePipeline<TenantAnswer> For(TenantRequest request)
    {
        var pipeline = new ResiliencePipelineBuilder<TenantAnswer> { TimeProvider = clock };
        if (request.FollowsUpload)
        {
            pipeline.AddRetry(WhileProcessing(request));
        }

        return pipeline.AddRetry(AfterTrouble(request)).AddTimeout(AttemptLimit).Build();
    }

    /// <summary>One attempt, within its time.</summary>
    public ResiliencePipeline<TenantAnswer> Once() =>
        new ResiliencePipelineBuilder<TenantAnswer> { TimeProvider = clock }.AddTimeout(AttemptLimit).Build();

    private RetryStrategyOptions<TenantAnswer> AfterTrouble(TenantRequest request)
    {
        var firstFailure = clock.GetTimestamp();
        return new RetryStrategyOptions<TenantAnswer>
        {
            MaxRetryAttempts = MostRetries,
            Delay = FirstWait,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.AskedWait),
            ShouldHandle = args =>
            {
                firstFailure = args.AttemptNumber == 0 ? clock.GetTimestamp() : firstFailure;
                return ValueTask.FromResult(args.Outcome.Result is { } answer
                    && IsWorthRepeating(request, answer, args.AttemptNumber)
                    && clock.GetElapsedTime(firstFailure) + (answer.AskedWait ?? default) <= access.RetryBudget);
            },
            OnRetry = args => Note(request, $"after {args.Outcome.Result?.Summary}", args.RetryDelay),
        };
    }

    private static bool IsWorthRepeating(TenantRequest request, TenantAnswer answer, int attempt) =>
        answer switch
        {
            { Fault.Kind: FaultKind.NotTrusted } => false,
            { IsStillProcessing: true } when request.FollowsUpload => false,
            { WasTurnedAway: true } => true,
            { IsTransient: true } => request.IsRepeatable,
            { IsSuccess: true, Json: null } =>
                request.IsRepeatable && (request.WantsJson || answer.IsForeign) && attempt < MostUnreadable,
            _ => false,
        };

    // Each wait is at most a tenth of the time that has passed: the tenant is asked rarely when it takes
    // long, and no more than that tenth is lost once it is done.
    private RetryStrategyOptions<TenantAnswer> WhileProcessing(TenantRequest request)
    {
        var started = clock.GetTimestamp();
        return new RetryStrategyOptions<TenantAnswer>
        {
            MaxRetryAttempts = int.MaxValue,
            DelayGenerator = args => ValueTask.FromResult(NextWait(args.Outcome.Result, started)),
            ShouldHandle = args => ValueTask.FromResult(
                args.Outcome.Result is { IsStillProcessing: true } answer
                && NextWait(answer, started) is not null),
            OnRetry = args => Note(request, "because the upload is still being processed", args.RetryDelay),
        };
    }

    /// <summary>
    /// Null when the time allowed is over, or would be before the tenant wants to be asked.
    /// </summary>
    private TimeSpan? NextWait(TenantAnswer? answer, long started)
    {
        var passed = clock.GetElapsedTime(started);
        var left = access.ProcessingTimeout - passed;
        var tenth = TimeSpan.FromTicks(
            Math.Clamp(passed.Ticks / 10, ShortestProcessingWait.Ticks, LongestProcessingWait.Ticks));
        var wait = answer?.AskedWait ?? (tenth < left ? tenth : left);
        return wait > TimeSpan.Zero && wait <= left ? wait : null;
    }

    private ValueTask Note(TenantRequest request, string reason, TimeSpan wait)
    {
        log.Debug($"{request.Endpoint}: again in {wait.TotalSeconds:0.0} s, {reason}");
        return ValueTask.CompletedTask;
    }
}
