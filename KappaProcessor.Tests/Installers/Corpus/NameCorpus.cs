using Kappa.Tests.Support;

namespace Kappa.Tests.Installers.Corpus;

/// <summary>Applications with names that break what is careless about names.</summary>
internal static class NameCorpus
{
    private static readonly string[] Names =
    [
        "Two  Spaces", " Leading", "Trailing ", "It's", "Quote\"d", "$(touch x)", "`id`", "${HOME}", "a;b|c&d", "Star*", "-rf", "~root",
        "back\\slash", "%20", "<b>&amp;", "Übersicht", "U\u0308bersicht", "日本語", "🦓", "\u202Eppa", "a\u200Bb", "Ｆｉｒｅｆｏｘ",
        "new\nline", "tab\there", "bell\a", "App 2.0.app-beta", "Contents", "Library", new string('n', 251),
    ];

    public static IEnumerable<CorpusCase> All => Names.Select((name, number) => new CorpusCase(
        $"name-{number}.pkg",
        PackageBuilder.Component(payload: PackageBuilder.Payload(new CpioBuilder()
            .WithApplication($"./{name}.app", Some.InfoPlist($"id.{number}", "1")))),
        $"{name}.app | id.{number} | 1; org.mozilla.firefox.pkg | 128.0"));
}
