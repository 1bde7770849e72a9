using Kappa.Tests.Support;

namespace Kappa.Tests.Installers.Corpus;

/// <summary>An installer of the corpus and what there is to say of it.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Answer">Application, bundle id, version; package id, package version; a dash for what is absent.</param>
internal sealed record CorpusCase(string Name, byte[] Content, string Answer)
{
    public CorpusCase(string name, XarBuilder content, string answer)
        : this(name, content.Build(), answer)
    {
    }

    public override string ToString() => Name;

    /// <summary>Writes it into a folder.</summary>
    public string In(TempFolder folder)
    {
        var path = Path.Combine(folder.Path, Name);
        File.WriteAllBytes(path, Content);
        return path;
    }
}
