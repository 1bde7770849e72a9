using CliWrap;
using CliWrap.Buffered;
using Kappa.Installers;
using Kappa.Planning;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>The order of versions, which the script has in zsh and the planner in C#.</summary>
internal sealed class AuditScriptVersionTests
{
    private static readonly string Longer = new('9', 40);

    private static readonly (string, string)[] OlderAndNewer =
    [
        ("10.9", "10.10"), ("1.9.9", "1.10"), ("127.0", "128.0"), ("128.0", "128.0.1"), ("9", "10"), ("0.9", "1"),
        ("1.0b1", "1.0"), ("1.0b1", "1.0b2"), ("1.0a9", "1.0b1"), ("1.0-rc.1", "1.0"), ("1.0rc1", "1.0.1"),
        ("1.0-beta", "1.0-rc"), ("1.0.0a", "1.0"), ("alpha", "1"), ("1.0b9", "1.0b10"), ("1.0 beta 2", "1.0 beta 10"),
        ("2024.1 (4)", "2024.1 (5)"), ("2024.1", "2024.1 (5)"), ("2024.1 (5)", "2024.2"), ("7.0_1", "7.0_2"),
        ("08", "09"), ("010", "11"), ("1.08", "1.9"), ("1.2.3", "1.2.03.1"), ("1.0.0+1", "1.0.0+2"),
        (Longer, $"1{Longer}"), ("1.18446744073709551615", "1.18446744073709551616"), ("9223372036854775807", "9223372036854775808"),
        ("1.0 é1", "1.0.2"), ("5.17.11 (34827)", "5.17.11 (34828)"), ("16.77.23091003", "16.78"), ("", "0.1"), ("null", ""),
        ("vv1.0", "0"), ("-v1", "1"), ("v1.9", "1.10"), ("1.0Alpha", "1.0beta"), ("1.0.z", "1.0.0"), ("123.0.6312.58", "123.0.6312.105"),
    ];

    private static readonly (string, string)[] Same =
    [
        ("1.0", "1.0.0"), ("1", "1.0.0.0"), ("1.0", "1-0"), ("1.01", "1.1"), ("1.0B1", "1.0b1"), ("2024.1 (5)", "2024.1.5"),
        ("", ""), ("0", ""), ("1..0", "1.0"), ("1.0.", "1.0"), ("1.0b", "1.0b0"), ("００7", "7"), (Longer, $"000{Longer}"),
        ("1.0\u202E", "1.0"), ("1.0b1", "1.0.b.1"), ("v1.0", "1.0"), (" V1.0b", "1.0b"), (" 1.0 ", "1.0"),
    ];

    private static IEnumerable<(string One, string Other, int Order)> Table =>
        OlderAndNewer.Select(pair => (pair.Item1, pair.Item2, -1))
            .Concat(OlderAndNewer.Select(pair => (pair.Item2, pair.Item1, 1)))
            .Concat(Same.Select(pair => (pair.Item1, pair.Item2, 0)))
            .Concat(Same.Select(pair => (pair.Item2, pair.Item1, 0)));

    [TestCaseSource(nameof(Table))]
    public void Versions_are_compared_part_by_part((string One, string Other, int Order) row) =>
        Assert.That(Math.Sign(LooseVersion.Order(row.One, row.Other)), Is.EqualTo(row.Order));

    [Test]
    public async Task The_script_orders_versions_as_the_planner_does()
    {
        var orders = await CompareInZshAsync([.. Table.Select(row => (row.One, row.Other))]);

        Assert.That(orders, Is.EqualTo(Table.Select(row => row.Order)));
    }

    [Test]
    public async Task The_script_orders_any_texts_as_the_planner_does()
    {
        var random = new Random(20260115);
        var pairs = Enumerable.Range(0, 3000).Select(_ => (AnyVersion(random), AnyVersion(random))).ToList();

        var orders = await CompareInZshAsync(pairs);

        Assert.That(orders, Is.EqualTo(pairs.Select(pair => Math.Sign(LooseVersion.Order(pair.Item1, pair.Item2)))));
    }

    private static string AnyVersion(Random random) =>
        new([.. Enumerable.Range(0, random.Next(9)).Select(_ => "0011289.. -abBvV(é$*"[random.Next(20)])]);

    private static async Task<IReadOnlyList<int>> CompareInZshAsync(IReadOnlyList<(string One, string Other)> pairs)
    {
        AuditMac.RequireZsh();
        using var folder = new TempFolder();
        const string Main = "\nmain\n";
        const string Loop = "\nfor one other in \"$@\"; do compare_versions \"$one\" \"$other\"; print -r -- $REPLY; done\n";
        var script = folder.Write("compare.zsh", AuditScript.BuiltInTemplate.Replace(Main, Loop, StringComparison.Ordinal));
        var result = await Cli.Wrap("zsh")
            .WithArguments(["-f", script, .. pairs.SelectMany(pair => new[] { pair.One, pair.Other })])
            .ExecuteBufferedAsync();
        return [.. result.StandardOutput.TrimEnd('\n').Split('\n').Select(word => word switch
        {
            "older" => -1,
            "newer" => 1,
            _ => 0,
        })];
    }
}
