using Kappa.Tenant.Models;
using Kappa.Tests.Support;

namespace Kappa.Tests.EndToEnd;

/// <summary>
/// The documented path from a clone to a Custom App, command by command; with AutoPkg itself where AUTOPKG names it.
/// </summary>
[Platform(Exclude = "Win")]
[Category("AutoPkg")]
internal sealed class FirstHourTests
{
    [Test]
    public async Task From_nothing_but_the_clone_to_an_app()
    {
        await using var machine = await AdministratorsMachine.StartAsync();

        var run = await machine.TypeAsync(
            """
            set -e
            shim/install
            export PATH="$PWD/shim/bin:$PATH"
            kappa setup
            defaults write com.github.autopkg RECIPE_SEARCH_DIRS -array-add "$PWD/shim"
            kappa check
            autopkg run -v Firefox.pkg --post io.kandji.kappa/KAPPA -k dry_run=true
            kappa recipe Firefox.pkg --prod-name Firefox --test-name "Firefox (Pilot)" --category Productivity
            autopkg run -v Firefox.kandji
            """);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.Zero, $"{run.StandardOutput}\n{run.StandardError}");
        Assert.That(
            machine.Sandbox.Tenant.Apps.Select(app => (app.Name, app.Enforcement)),
            Is.EqualTo([
                ("Firefox", Enforcement.SelfService),
                ("Firefox (Pilot)", Enforcement.InstallOnce),
            ]));
    }

    [Test]
    public async Task The_path_that_the_README_tells_is_this_one()
    {
        await using var machine = await AdministratorsMachine.StartAsync();
        var readme = DocumentedPage.All.Single(page => page.Path == "README.md");

        var run = await machine.TypeAsync(readme.Script);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.Zero, $"{run.StandardOutput}\n{run.StandardError}");
        Assert.That(
            machine.Sandbox.Tenant.Apps.Select(app => app.Name),
            Is.SupersetOf(["Firefox", "Firefox (Pilot)"]));
    }

    [Test]
    public async Task From_a_folder_of_KAPPA_that_is_in_use_to_the_same_apps()
    {
        await using var machine = await AdministratorsMachine.StartAsync();
        machine.WithKappaOfOld();
        var before = Snapshot(machine);

        var run = await machine.TypeAsync(
            """
            set -e
            shim/install
            export PATH="$PWD/shim/bin:$PATH"
            kappa setup --non-interactive --config-only --from ~/Library/AutoPkg/KAPPA
            defaults write com.github.autopkg RECIPE_SEARCH_DIRS -array-add "$PWD/shim"
            kappa check
            autopkg run -v Firefox.pkg --post io.kandji.kappa/KAPPA
            """);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.Zero, $"{run.StandardOutput}\n{run.StandardError}");
        Assert.That(
            machine.Sandbox.Tenant.Apps.Select(app => (app.Name, app.Enforcement)),
            Is.EqualTo([("Firefox of the map", Enforcement.InstallOnce)]));
        Assert.That(Snapshot(machine), Is.EqualTo(before), "The old folder stays as it is.");
    }

    [Test]
    public async Task A_KAPPA_that_AutoPkg_finds_first_is_told()
    {
        await using var machine = await AdministratorsMachine.StartAsync();
        machine.WithKappaOfOld();
        machine.Write(
            "home/Library/AutoPkg/KAPPA/io.kandji.kappa.recipe",
            RealAutoPkg.Plist("<key>Identifier</key><string>io.kandji.kappa</string><key>Process</key><array/>"));

        var run = await machine.TypeAsync(
            """
            shim/install >/dev/null
            kappa setup --non-interactive --config-only --from ~/Library/AutoPkg/KAPPA 2>/dev/null
            defaults write com.github.autopkg RECIPE_SEARCH_DIRS -array-add ~/Library/AutoPkg/KAPPA "$PWD/shim"
            export KAPPA_SHIM_FOLDER="$PWD/shim"
            cd && kappa check
            """);

        using var claims = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(
            run.StandardOutput,
            Does.Contain($"{machine.Home}/Library/AutoPkg/KAPPA").And.Contain("RECIPE_SEARCH_DIRS"));
    }

    private static string[] Snapshot(AdministratorsMachine machine) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(machine.Home, "Library/AutoPkg/KAPPA"))
            .Order(StringComparer.Ordinal)
            .Select(file => $"{file} {File.GetLastWriteTimeUtc(file):O} {File.ReadAllText(file)}"),
    ];
}
