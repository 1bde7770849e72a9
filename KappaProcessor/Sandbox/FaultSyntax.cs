using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Kappa.Sandbox;

/// <summary>
/// The form of <c>--fault</c>: <c>STEP:TROUBLE[/SECONDS][*[TIMES]][@FIRST]</c>; <c>*</c> alone is for ever.
/// <c>create:503*2</c>, <c>upload:reset-after</c>, <c>list:429/7</c>, <c>any:revoked@5</c>, <c>get:stall*</c>
/// </summary>
internal static partial class FaultSyntax
{
    private const string AnyStep = "any";
    private const string Revoked = "revoked";
    private const string After = "-after";

    private static readonly TimeSpan UsualDrip = TimeSpan.FromSeconds(30);

    private static readonly IReadOnlyList<SandboxStep> Steps = Enum.GetValues<SandboxStep>();

    private static readonly IReadOnlyList<HttpStatusCode> Statuses =
    [
        HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound,
        HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway,
        HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout,
    ];

    private static readonly Dictionary<string, Func<TimeSpan?, SandboxTrouble>> Words =
        new()
        {
            ["reset-before"] = _ => new SandboxTrouble.Reset(ResetMoment.Before),
            ["reset-middle"] = _ => new SandboxTrouble.Reset(ResetMoment.Middle),
            ["reset-after"] = _ => new SandboxTrouble.Reset(ResetMoment.After),
            ["truncated"] = _ => new SandboxTrouble.Truncated(),
            ["html"] = _ => new SandboxTrouble.Html(),
            ["drip"] = time => new SandboxTrouble.Drip(time ?? UsualDrip),
            ["stall"] = time => new SandboxTrouble.Stall(time ?? Timeout.InfiniteTimeSpan),
            ["gone"] = _ => new SandboxTrouble.Gone(),
            ["redirect"] = _ => new SandboxTrouble.Redirect(),
            ["foreign-next"] = _ => new SandboxTrouble.ForeignNext(),
            ["expired"] = _ => new SandboxTrouble.Expired(),
            ["corrupt"] = _ => new SandboxTrouble.Corrupt(),
            ["stale"] = _ => new SandboxTrouble.Stale(),
        };

    /// <summary>Words that make sense at some steps only.</summary>
    private static readonly Dictionary<string, SandboxStep[]> Places =
        new()
        {
            ["foreign-next"] = [SandboxStep.List, SandboxStep.Blueprints],
            ["expired"] = [SandboxStep.Presign],
            ["corrupt"] =
            [
                SandboxStep.Upload, SandboxStep.Create, SandboxStep.Update, SandboxStep.Get, SandboxStep.List,
            ],
            ["stale"] = [SandboxStep.List],
        };

    public static SandboxFault Parse(string text)
    {
        var parts = Form().Match(text);
        if (!parts.Success)
        {
            throw Wrong(text, "it has not the form STEP:TROUBLE[/SECONDS][*TIMES][@FIRST]");
        }

        var word = parts.Groups["word"].Value;
        var step = Step(text, parts.Groups["step"].Value, word);
        var seconds = Number(parts.Groups["seconds"]);
        return new SandboxFault(step, Trouble(text, word, seconds))
        {
            Times = parts.Groups["star"].Success || word == Revoked ? Number(parts.Groups["times"]) : 1,
            From = Number(parts.Groups["first"]) ?? 1,
        };
    }

    private static SandboxStep? Step(string text, string name, string word)
    {
        var known = Steps.FirstOrDefault(one => Name(one) == name, (SandboxStep)(-1));
        if (!Steps.Contains(known) && name != AnyStep)
        {
            throw Wrong(text, $"there is no step '{name}'");
        }

        return !Places.TryGetValue(word, out var places) || places.Contains(known)
            ? name == AnyStep ? null : known
            : throw Wrong(text, $"'{word}' is possible at {Listed(places.Select(Name))} only");
    }

    private static SandboxTrouble Trouble(string text, string word, int? seconds)
    {
        var status = word == Revoked
            ? HttpStatusCode.Unauthorized
            : Statuses.FirstOrDefault(one => word == $"{(int)one}" || word == $"{(int)one}{After}");
        if (status != 0)
        {
            return new SandboxTrouble.Status(
                status,
                seconds?.ToString(CultureInfo.InvariantCulture),
                word.EndsWith(After, StringComparison.Ordinal));
        }

        if (!Words.TryGetValue(word, out var make))
        {
            throw Wrong(text, $"there is no trouble '{word}'");
        }

        return seconds is null || word is "drip" or "stall"
            ? make(seconds is { } time ? TimeSpan.FromSeconds(time) : null)
            : throw Wrong(text, $"'{word}' takes no seconds");
    }

    private static int? Number(Group digits) => digits is { Success: true, Length: > 0 }
        ? int.Parse(digits.Value, CultureInfo.InvariantCulture)
        : null;

    private static KappaException Wrong(string text, string why) => new(
        $"The fault '{text}' is not understood: {why}.",
        $"Steps are {Listed(Steps.Select(Name))} and {AnyStep}; troubles are "
            + $"{Listed(Statuses.Select(status => $"{(int)status}"))} (each also with {After}), {Revoked}, "
            + $"{Listed(Words.Keys)}. Examples: create:503*2, upload:reset-after, list:429/7.");

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words);

    private static string Name(SandboxStep step) => step.ToString().ToLowerInvariant();

    // No number is 0 or has more than six digits: it fits, and "no times" or "the zeroth" mean nothing.
    [GeneratedRegex(
        @"^(?<step>[a-z]+):(?<word>[a-z0-9-]+)(/(?<seconds>[1-9]\d{0,5}))?"
            + @"(?<star>\*(?<times>[1-9]\d{0,5})?)?(@(?<first>[1-9]\d{0,5}))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
