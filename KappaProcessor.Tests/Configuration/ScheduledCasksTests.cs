using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.Configuration;

internal sealed class ScheduledCasksTests
{
    [Test]
    public void Each_cask_has_its_own_settings()
    {
        using var home = new TempFolder();
        home.Write(".config/kappa/brew_cron.json", """
            {
              "brew_casks": ["zed", "Firefox", "zed"],
              "every_n_hours": 2,
              "cask_settings": {
                "firefox": { "prod_name": "Firefox", "test_name": "Firefox (Test)", "ss_category": "Browsers", "prod": 1 }
              }
            }
            """);

        var schedule = ScheduledCasks.Read(At(home));

        Assert.That(schedule.Casks.Select(cask => cask.Token.Text), Is.EqualTo(new[] { "zed", "firefox" }));
        var firefox = schedule.Casks[1];
        Assert.That(
            (firefox.Stated.Prod.Name, firefox.Stated.Test.Name, firefox.Stated.Prod.Category, schedule.EveryHours),
            Is.EqualTo(("Firefox", "Firefox (Test)", "Browsers", 2)));
        Assert.That(firefox.Notes.Single().Text, Does.Contain("\"firefox\": prod (line 5) is unknown and ignored"));
    }

    [Test]
    public void The_list_beside_the_configuration_comes_first()
    {
        using var home = new TempFolder();
        home.Write(".config/kappa/brew_cron.json", """{ "brew_casks": ["zed"] }""");
        home.Write("other/brew_cron.json", """{ "brew_casks": ["firefox"] }""");
        var config = home.Write("other/config.json", "{}");

        var schedule = ScheduledCasks.Read(At(home) with { ConfigOption = config });

        Assert.That(schedule.Casks.Single().Token.Text, Is.EqualTo("firefox"));
    }

    [TestCase(null, "There is no brew_cron.json, so nothing is scheduled.")]
    [TestCase("{}", "names no casks.")]
    public void A_run_without_casks_says_so(string? text, string reason)
    {
        using var home = new TempFolder();
        if (text is not null)
        {
            home.Write(".config/kappa/brew_cron.json", text);
        }

        var problem = Assert.Throws<KappaException>(() => ScheduledCasks.Read(At(home)))!;

        Assert.That(problem.What, Does.EndWith(reason));
    }

    private static Surroundings At(TempFolder home) =>
        new(name => name == "HOME" ? home.Path : null, home.Path, IsMacOS: false);
}
