using Kappa.Installers.Casks;
using Kappa.Tests.Support;

namespace Kappa.Tests.Installers.Casks;

/// <summary>With a stand-in for brew.</summary>
internal sealed class BrewCaskSourceTests
{
    private static readonly Progress<TransferProgress> Nobody = new();

    [Test]
    public async Task Takes_the_file_from_brews_cache()
    {
        using var brew = new BrewStandIn();
        using var log = new CapturedLog();
        var path = brew.Has("kettle", CaskMirror.Package);

        var cask = await brew.Source(log.Log).FetchAsync("kettle", Nobody, CancellationToken.None);

        Assert.That(cask, Is.EqualTo(new FetchedCask("kettle", "Kettle", "3.0,4711", path)));
        Assert.That(brew.Arguments, Is.EqualTo(new[]
        {
            "info", "--cask", "--json=v2", "kettle", "fetch", "--cask", "kettle", "--cache", "--cask", "kettle",
        }));
    }

    [Test]
    public async Task Asks_for_a_Macs_file_elsewhere()
    {
        using var brew = new BrewStandIn();
        using var log = new CapturedLog();
        brew.Has("kettle", CaskMirror.Package);

        var source = brew.Source(log.Log, [.. BrewCaskSource.For(CaskProcessor.Intel)]);
        await source.FetchAsync("kettle", Nobody, CancellationToken.None);

        Assert.That(brew.Arguments.Skip(4), Is.EqualTo(new[]
        {
            "fetch", "--cask", "--os=tahoe", "--arch=intel", "kettle",
            "--cache", "--cask", "--os=tahoe", "--arch=intel", "kettle",
        }));
    }

    [TestCase("info", "Warning: Old.\nError: Cask 'kettle' is unavailable.", "Cask 'kettle' is unavailable")]
    [TestCase("fetch", "Error: SHA-256 mismatch", "SHA-256 mismatch")]
    [TestCase("--cache", "", "")]
    public async Task What_brew_refuses_is_told_with_its_complaint(string verb, string complaint, string told)
    {
        using var brew = new BrewStandIn().Refuses(verb, complaint);
        using var log = new CapturedLog();
        brew.Has("kettle", CaskMirror.Package);

        var problem = await Thrown.ByAsync<KappaException>(
            () => brew.Source(log.Log).FetchAsync("kettle", Nobody, CancellationToken.None));

        Assert.That(problem.What, Is.EqualTo($"brew {verb} failed for cask kettle with 1: {told}."));
    }

    [Test]
    public async Task A_file_that_is_no_installer_is_told()
    {
        using var brew = new BrewStandIn();
        using var log = new CapturedLog();
        var path = brew.Has("kettle", "a page");

        var problem = await Thrown.ByAsync<KappaException>(
            () => brew.Source(log.Log).FetchAsync("kettle", Nobody, CancellationToken.None));

        Assert.That(problem.What, Does.Contain("no package, disk image or .zip").And.Contain(path));
    }

    [Test]
    public async Task A_name_that_is_an_option_never_reaches_brew()
    {
        using var brew = new BrewStandIn();
        using var log = new CapturedLog();

        await Thrown.ByAsync<KappaException>(
            () => brew.Source(log.Log).FetchAsync("--debug", Nobody, CancellationToken.None));

        Assert.That(brew.Arguments, Is.Empty);
    }

    [TestCase(true, typeof(BrewCaskSource))]
    [TestCase(false, typeof(WebCaskSource))]
    public void Brew_is_taken_where_it_is_on_PATH(bool isThere, Type source)
    {
        using var brew = new BrewStandIn();
        using var log = new CapturedLog();
        using var home = new TempFolder();
        var host = new ProcessHost
        {
            Clock = TimeProvider.System,
            Variable = name => name switch { "PATH" => isThere ? $"bin:{brew.Folder}" : "bin", "HOME" => home.Path, _ => null },
            Input = Stream.Null,
            Output = Stream.Null,
            Error = TextWriter.Null,
            ExecutableFolder = home.Path,
        };

        Assert.That(CaskSources.ForThisMachine(host, CaskProcessor.Arm, log.Log), Is.TypeOf(source));
    }
}
