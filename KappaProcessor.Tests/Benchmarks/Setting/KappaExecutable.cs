using System.Diagnostics;
using System.Reflection;
using Kappa.Tests.Benchmarks.Figures;
using Kappa.Tests.Support;

namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>A kappa to be measured.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Origin">The variable that names it, or where it comes from else.</param>
internal sealed record KappaExecutable(string Path, string Origin)
{
    private const string Published = "KAPPA_PUBLISHED";

    private const string PublishedAheadOfTime = "KAPPA_PUBLISHED_AOT";

    /// <summary>The published one, if the environment names one; else the one built along with these tests.</summary>
    public static KappaExecutable UnderTest { get; } =
        Named(Published) ?? new KappaExecutable(BuiltExecutable.Path, "built along with the tests");

    /// <summary>A second one, for its start and its size; null if the environment names none.</summary>
    public static KappaExecutable? Other { get; } = Named(PublishedAheadOfTime);

    public ExecutableForm Form { get; } = ExecutableForms.Of(File.ReadAllBytes(Path));

    public long Size => new FileInfo(Path).Length;

    public string FormInWords => Form switch
    {
        ExecutableForm.AheadOfTime => "compiled ahead of time",
        ExecutableForm.Bundle => "one file with the runtime",
        _ => $"not published{(IsDebugBuild ? ", debug build" : "")}",
    };

    /// <summary>Whether these tests, and what was built along with them, are without optimisation.</summary>
    public static bool IsDebugBuild =>
        typeof(KappaException).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true };

    public MeasuredCommand Command(params IReadOnlyList<string> arguments) => new(Path, arguments);

    /// <summary><c>shim/bin/linux-x64/kappa (KAPPA_PUBLISHED): one file with the runtime, 49 MB</c>.</summary>
    public override string ToString()
    {
        var place = System.IO.Path.GetRelativePath(SourceTree.Root, Path);
        var name = place.StartsWith("..", StringComparison.Ordinal) ? System.IO.Path.GetFileName(Path) : place;
        return $"`{name}` ({Origin}): {FormInWords}{(Form == ExecutableForm.Loose ? "" : $", {Quantity.Bytes(Size)}")}";
    }

    private static KappaExecutable? Named(string variable)
    {
        if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } path)
        {
            return null;
        }

        var absolute = System.IO.Path.GetFullPath(path, SourceTree.Root);
        return File.Exists(absolute)
            ? new KappaExecutable(absolute, variable)
            : throw new FileNotFoundException($"{variable} names {absolute}, which is not there.");
    }
}
