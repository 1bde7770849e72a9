using System.Runtime.InteropServices;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

internal sealed class ShimExecutableTests
{
    private const string SaysWhereItIs =
        "answer({'kandji_custom_app_name': sys.argv[0].removesuffix('.py')})";

    private static readonly string Rid =
        (OperatingSystem.IsMacOS() ? "osx-" : "linux-")
        + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    [TestCase("by-environment", "by-preference", "shim/bin/RID/kappa", "shim/bin/kappa", "on-path/kappa")]
    [TestCase("by-preference", "shim/bin/RID/kappa", "shim/bin/kappa", "on-path/kappa")]
    [TestCase("shim/bin/RID/kappa", "shim/bin/kappa", "on-path/kappa")]
    [TestCase("shim/bin/kappa", "on-path/kappa")]
    [TestCase("on-path/kappa")]
    public async Task The_first_executable_is_taken_of_those_there_are(params string[] places)
    {
        using var shim = new ShimUnderTest();
        places = [.. places.Select(place => place.Replace("RID", Rid, StringComparison.Ordinal))];
        Array.ForEach(places, place => shim.Place(place, SaysWhereItIs));
        shim.Variables["KAPPA_EXECUTABLE"] = places.Contains("by-environment") ? shim["by-environment"] : null;
        var preference = places.Contains("by-preference") ? shim["by-preference"] : "";

        var run = await shim.RunAsync($"env = {{'NAME': 'Firefox', 'KAPPA_EXECUTABLE': '{preference}'}}");

        Assert.That(run.Environment, Does.Contain($"\"kandji_custom_app_name\":\"{shim[places[0]]}\""));
    }

    [TestCase("Darwin", "arm64", "osx-arm64")]
    [TestCase("Darwin", "arm64", "osx-x64", TestName = "Apple silicon runs an Intel build with Rosetta")]
    [TestCase("Darwin", "x86_64", "osx-x64")]
    [TestCase(
        "Darwin", "x86_64", "osx-arm64",
        TestName = "A Python under Rosetta starts a build for Apple silicon")]
    [TestCase("Linux", "x86_64", "linux-x64")]
    [TestCase("Linux", "aarch64", "linux-arm64")]
    public async Task Every_computer_finds_its_build(string system, string machine, string rid)
    {
        using var shim = new ShimUnderTest();
        var path = shim.Place($"shim/bin/{rid}/kappa", SaysWhereItIs);

        var run = await shim.RunAsync(World(system, machine));

        Assert.That(run.Environment, Does.Contain($"\"kandji_custom_app_name\":\"{path}\""));
    }

    [Test]
    public async Task None_anywhere_is_an_error_with_the_places_and_what_to_do()
    {
        using var shim = new ShimUnderTest();

        var run = await shim.RunAsync(World("Darwin", "arm64"));

        Assert.That(run.Error, Is.EqualTo(
            $"There is no kappa executable at {shim["shim/bin/osx-arm64/kappa"]} or "
            + $"{shim["shim/bin/osx-x64/kappa"]} or {shim["shim/bin/kappa"]}, nor on PATH. "
            + $"Run {shim["shim/install"]}, or set KAPPA_EXECUTABLE to its path."));
    }

    [Test]
    public async Task A_named_executable_that_is_not_there_is_an_error_although_there_is_another()
    {
        using var shim = new ShimUnderTest("answer({})");

        var run = await shim.RunAsync("env = {'NAME': 'Firefox', 'KAPPA_EXECUTABLE': '/nowhere/kappa'}");

        Assert.That(run.Error, Does.StartWith("KAPPA_EXECUTABLE names /nowhere/kappa, which is no file."));
    }

    [TestCase("b'text'", "0o644", "may not be executed: run chmod +x on it")]
    [TestCase(@"b'\xcf\xfa\xed\xfe\x0c\x00\x00\x01'", "0o755", "is built for another system or processor")]
    [TestCase("b'#!/no/such/loader'", "0o755", "needs a loader that is not here")]
    public async Task A_file_that_cannot_be_started_is_told_with_the_reason(string bytes, string mode, string why)
    {
        using var shim = new ShimUnderTest();

        var run = await shim.RunAsync(
            $"""
            path = shim.FOLDER / 'bin' / 'kappa'
            path.parent.mkdir()
            path.write_bytes({bytes})
            path.chmod({mode})
            env = dict(NAME='Firefox')
            """);

        Assert.That(run.Error, Does.StartWith($"{shim["shim/bin/kappa"]} {why}"));
    }

    [TestCase(
        "86", "is built for another system or processor",
        TestName = "macOS has an error of its own for a wrong processor")]
    [TestCase("shim.errno.ENOMEM", "could not be started: Cannot allocate memory")]
    public async Task A_start_that_fails_is_told_with_the_computer_it_failed_on(string number, string why)
    {
        using var shim = new ShimUnderTest("answer({})");

        var run = await shim.RunAsync(
            $"""
            def start(*_, **__):
                raise OSError({number}, os.strerror({number}))

            import os
            shim.subprocess.Popen = start
            {World("Darwin", "x86_64")}
            """);

        Assert.That(run.Error, Is.EqualTo(
            $"{shim["shim/bin/kappa"]} {why}. This is Darwin x86_64; "
            + $"{shim["shim/install"]} gets the build that fits."));
    }

    private static string World(string system, string machine) =>
        $"""
        shim.platform.system = lambda: '{system}'
        shim.platform.machine = lambda: '{machine}'
        env = dict(NAME='Firefox')
        """;
}
