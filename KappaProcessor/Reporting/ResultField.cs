using Kappa.Configuration;
using Kappa.Publishing;

namespace Kappa.Reporting;

/// <summary>One thing that is told of a variant, in <c>kappa_results</c> and elsewhere.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Value">A text; null for a list.</param>
internal sealed record ResultField(string Name, string? Value)
{
    /// <summary>Null for a text.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>All that is known of it, in the order in which it is told.</summary>
    public static IEnumerable<ResultField> Of(Outcome outcome) => new ResultField[]
    {
        new("variant", outcome.Target.Variant.Word()),
        new("name", outcome.App?.Name ?? outcome.Target.Name),
        new("action", outcome.Action.Word()),
        new("id", outcome.App?.Id.Value),
        new("url", outcome.Link?.AbsoluteUri),
        new("enforcement", outcome.Enforcement?.ConfigWord),
        new("self_service_category", outcome.Category),
        new("version", outcome.Version),
        new("sha256", outcome.Sha256),
        new("file_key", outcome.App?.FileKey),
        new("blueprints", null) { Values = outcome.Blueprints.Count > 0 ? outcome.Blueprints : null },
        new("message", outcome.Message),
    }.Where(field => field.Value is not null || field.Values is not null);
}
