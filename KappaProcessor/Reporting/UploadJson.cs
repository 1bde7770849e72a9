using Kappa.Publishing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kappa.Reporting;

/// <summary>
/// What <c>kappa upload</c> did, for programs: an array, one object an app, with the fields of
/// <c>kappa_results</c> and the file or cask; what is not known is left out.
/// </summary>
internal static class UploadJson
{
    public static string Of(IEnumerable<UploadResult> results) =>
        new JArray(results.SelectMany(Of)).ToString(Formatting.Indented) + "\n";

    private static IEnumerable<JObject> Of(UploadResult result) => result.Problem is { } problem
        ? [Start(result.Source, [new("action", OutcomeAction.Failed.Word()), new("message", problem)])]
        : result.Outcomes.Select(outcome => Start(result.Source, ResultField.Of(outcome)));

    private static JObject Start(UploadSource source, IEnumerable<ResultField> fields) => new(
        fields
            .Prepend(source.Cask is { } cask ? new ResultField("cask", cask) : new("file", source.File!))
            .Select(field => new JProperty(
                field.Name, field.Values is { } values ? new JArray(values) : new JValue(field.Value))));
}
