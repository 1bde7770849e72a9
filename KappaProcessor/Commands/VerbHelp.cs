using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Kappa.Commands;

/// <summary>The help of System.CommandLine, with a verb's examples after it.</summary>
internal sealed class VerbHelp(HelpAction plain) : SynchronousCommandLineAction
{
    /// <summary>Columns; longer lines are hard to read, also where there is no terminal.</summary>
    public const int Width = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        plain.MaxWidth = Math.Min(plain.MaxWidth, Width);
        var code = plain.Invoke(parseResult);
        var (details, examples) = parseResult.CommandResult.Command switch
        {
            Verb verb => (verb.Details, verb.Examples),
            RootCommand => (null, CommandLine.Examples),
            _ => (null, []),
        };

        var output = parseResult.InvocationConfiguration.Output;
        if (examples.Count > 0)
        {
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
        }

        if (details is not null)
        {
            foreach (var line in Lines(details))
            {
                output.WriteLine(line);
            }

            output.WriteLine();
        }

        return code;
    }

    /// <summary>Broken between words.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length >= Width)
            {
                yield return line;
                line = "";
            }

            line = line.Length > 0 ? $"{line} {word}" : word;
        }

        yield return line;
    }
}
