using NLog;
using NLog.Config;
using NLog.Targets;

namespace Kappa.Tests.Support;

/// <summary>A log of its own for one test, kept in memory as <c>Level text</c>.</summary>
internal sealed class CapturedLog : IDisposable
{
    private readonly MemoryTarget target = new() { Layout = "${level} ${message}" };
    private readonly LogFactory factory = new();

    public CapturedLog()
    {
        var configuration = new LoggingConfiguration(factory);
        configuration.AddRuleForAllLevels(target);
        factory.Configuration = configuration;
        Log = factory.GetLogger("test");
    }

    public ILogger Log { get; }

    public IReadOnlyList<string> Lines => [.. target.Logs];

    public string Text => string.Join('\n', Lines);

    public void Dispose() => factory.Dispose();
}
