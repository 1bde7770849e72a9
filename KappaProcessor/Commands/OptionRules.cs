using System.CommandLine.Parsing;
using Kappa.Configuration;

namespace Kappa.Commands;

/// <summary>What the options of several verbs accept, in the words of the settings that they give.</summary>
internal static class OptionRules
{
    /// <summary>The name of a Custom App.</summary>
    public static void Name(OptionResult result)
    {
        foreach (var token in result.Tokens)
        {
            if (AppNameRule.Check(token.Value) is { } objection)
            {
                result.AddError($"{result.Option.Name} {objection.Fault}. {objection.Remedy}");
            }
        }
    }

    public static void Text(OptionResult result)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{result.Option.Name} is blank. Leave it out, or give it a value.");
        }
    }

    /// <summary>Text that a file can hold as it is.</summary>
    public static void OneLine(OptionResult result)
    {
        var letters = result.Tokens.SelectMany(token => token.Value);
        if (letters.Any(letter => char.IsControl(letter) || letter is '\uFFFE' or '\uFFFF'))
        {
            result.AddError(
                $"{result.Option.Name} has a line break or another control character in it. Take it out.");
        }
    }

    public static void Enforcement(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => Tenant.Models.Enforcement.TryParse(token.Value) is null))
        {
            result.AddError(
                $"{result.Option.Name} is '{token.Value}', not {Words.OneOf(StatedKeys.EnforcementWords)}.");
        }
    }

    public static void Days(OptionResult result)
    {
        if (result.GetValueOrDefault<int?>() is { } days and (< 0 or > Defaults.LongestDelayDays))
        {
            result.AddError(
                $"{result.Option.Name} is {days}; give whole days, 0 to {Defaults.LongestDelayDays}.");
        }
    }
}
