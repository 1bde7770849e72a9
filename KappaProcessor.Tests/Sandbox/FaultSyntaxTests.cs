using System.Net;
using Kappa.Sandbox;

namespace Kappa.Tests.Sandbox;

internal sealed class FaultSyntaxTests
{
    private static IEnumerable<TestCaseData> Texts() =>
    [
        new("create:503*2", new SandboxFault(SandboxStep.Create, Status(503)) { Times = 2 }),
        new(
            "upload:reset-after",
            new SandboxFault(SandboxStep.Upload, new SandboxTrouble.Reset(ResetMoment.After))),
        new("list:429/7", new SandboxFault(SandboxStep.List, Status(429, "7"))),
        new("list:429/7*3@2", new SandboxFault(SandboxStep.List, Status(429, "7")) { Times = 3, From = 2 }),
        new("get:500*", new SandboxFault(SandboxStep.Get, Status(500)) { Times = null }),
        new("create:504-after", new SandboxFault(SandboxStep.Create, Status(504) with { Happened = true })),
        new("any:revoked@5", new SandboxFault(null, Status(401)) { Times = null, From = 5 }),
        new(
            "update:stall",
            new SandboxFault(SandboxStep.Update, new SandboxTrouble.Stall(Timeout.InfiniteTimeSpan))),
        new(
            "slack:drip/60",
            new SandboxFault(SandboxStep.Slack, new SandboxTrouble.Drip(TimeSpan.FromMinutes(1)))),
        new(
            "blueprints:foreign-next",
            new SandboxFault(SandboxStep.Blueprints, new SandboxTrouble.ForeignNext())),
        new("list:stale*4", new SandboxFault(SandboxStep.List, new SandboxTrouble.Stale()) { Times = 4 }),
    ];

    [TestCaseSource(nameof(Texts))]
    public void A_fault_is_a_step_a_trouble_and_how_often(string text, object fault) =>
        Assert.That(SandboxFaults.Parse(text), Is.EqualTo(fault));

    [TestCase("", "it has not the form")]
    [TestCase("create", "it has not the form")]
    [TestCase("create:503*0", "it has not the form")]
    [TestCase("create:503*-1", "it has not the form")]
    [TestCase("create:503 ", "it has not the form")]
    [TestCase("create:503\n", "it has not the form")]
    [TestCase("create:503*99999999999", "it has not the form")]
    [TestCase("delete:503", "there is no step 'delete'")]
    [TestCase("create:418", "there is no trouble '418'")]
    [TestCase("create:503-after-after", "there is no trouble '503-after-after'")]
    [TestCase("create:boom", "there is no trouble 'boom'")]
    [TestCase("create:html/7", "'html' takes no seconds")]
    [TestCase("create:stale", "'stale' is possible at list only")]
    [TestCase("any:corrupt", "'corrupt' is possible at upload, create, update, get, list only")]
    public void What_is_not_understood_is_named(string text, string why) =>
        Assert.That(
            () => SandboxFaults.Parse(text),
            Throws.TypeOf<KappaException>()
                .With.Message.Contains($"The fault '{text}' is not understood: {why}"));

    [Test]
    public void The_error_names_every_word_that_would_do() =>
        Assert.That(
            () => SandboxFaults.Parse("x:y"),
            Throws.TypeOf<KappaException>().With.Property(nameof(KappaException.Remedy)).EqualTo(
                "Steps are list, get, categories, blueprints, presign, upload, create, update, assign, slack "
                    + "and any; troubles are 401, 403, 404, 429, 500, 502, 503, 504 (each also with -after), "
                    + "revoked, reset-before, reset-middle, reset-after, truncated, html, drip, stall, gone, "
                    + "redirect, foreign-next, expired, corrupt, stale. Examples: create:503*2, "
                    + "upload:reset-after, list:429/7."));

    private static SandboxTrouble.Status Status(int code, string? retryAfter = null) =>
        new((HttpStatusCode)code, retryAfter);
}
