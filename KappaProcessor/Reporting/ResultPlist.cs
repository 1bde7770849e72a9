using Claunia.PropertyList;
using Kappa.Configuration;
using Kappa.Publishing;
using static Kappa.AutoPkg.Variables;

namespace Kappa.Reporting;

/// <summary>A run's result variables, as AutoPkg gets them back.</summary>
internal static class ResultPlist
{
    public static NSDictionary Of(RunReport report)
    {
        var plist = new NSDictionary();
        var results = new NSArray();
        foreach (var outcome in report.Outcomes)
        {
            results.Add(Result(outcome));
        }

        plist.Add(Results.Name, results);
        plist.Add(Changed.Name, new NSNumber(report.HasChanges));
        if (report.Outcomes.FirstOrDefault(outcome => outcome.App is not null) is { } first)
        {
            plist.Add(AppId.Name, new NSString(first.App!.Id.Value));
            plist.Add(AppTitle.Name, new NSString(first.App.Name));
            AddText(plist, AppUrl.Name, first.Link?.AbsoluteUri);
        }

        foreach (var outcome in report.Outcomes)
        {
            var name = outcome.Target.Variant == AppVariant.Test ? TestSummary.Name : Summary.Name;
            if (SummaryResult.Of(outcome) is { } summary)
            {
                plist.Add(name, Row(summary));
            }
        }

        return plist;
    }

    private static NSDictionary Result(Outcome outcome)
    {
        var result = new NSDictionary();
        foreach (var field in ResultField.Of(outcome))
        {
            result.Add(field.Name, field.Values is { } values ? Texts(values) : new NSString(field.Value!));
        }

        return result;
    }

    private static NSDictionary Row(SummaryResult summary)
    {
        var data = new NSDictionary();
        foreach (var (field, value) in summary.Data)
        {
            data.Add(field, new NSString(value));
        }

        return new NSDictionary
        {
            { "summary_text", new NSString(summary.Text) },
            { "report_fields", Texts(summary.Data.Select(field => field.Key)) },
            { "data", data },
        };
    }

    private static NSArray Texts(IEnumerable<string> values)
    {
        var array = new NSArray();
        foreach (var value in values)
        {
            array.Add(new NSString(value));
        }

        return array;
    }

    private static void AddText(NSDictionary plist, string name, string? value)
    {
        if (value is not null)
        {
            plist.Add(name, new NSString(value));
        }
    }
}
