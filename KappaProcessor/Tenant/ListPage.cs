using Newtonsoft.Json.Linq;

namespace Kappa.Tenant;

/// <summary>
/// One page of a list (Kandji API: <c>count</c>, <c>next</c>, <c>previous</c>, <c>results</c>); a bare array
/// is a list of one page. <paramref name="Count"/> is that of the whole list, where the tenant tells it.
/// </summary>
internal sealed record ListPage(IReadOnlyList<JObject> Entries, long? Count, string? Next)
{
    /// <summary>Null when the answer is no such page.</summary>
    public static ListPage? TryParse(JToken? json) => json switch
    {
        JArray array when AreObjects(array) => new ListPage([.. array.Cast<JObject>()], null, null),
        JObject page when page["results"] is JArray results && AreObjects(results) && IsLink(page["next"]) =>
            new ListPage(
                [.. results.Cast<JObject>()],
                page["count"] is JValue { Value: long count } ? count : null,
                (string?)page["next"] is { Length: > 0 } next ? next : null),
        _ => null,
    };

    private static bool AreObjects(JArray array) => array.All(entry => entry is JObject);

    private static bool IsLink(JToken? next) =>
        next is null or JValue { Type: JTokenType.Null or JTokenType.String };
}
