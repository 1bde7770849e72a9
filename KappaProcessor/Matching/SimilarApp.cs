using Kappa.Tenant.Models;

namespace Kappa.Matching;

/// <summary>
/// An app whose installer's name is like the wanted one's; dynamic lookup takes the greatest.
/// </summary>
internal sealed record SimilarApp(CustomApp App, double Ratio) : IComparable<SimilarApp>
{
    /// <summary>Null when the file's name has none.</summary>
    public FileNameVersion? Version { get; } = FileNameVersion.Find(App.FileName);

    /// <summary>
    /// The highest version, then the oldest file, then the oldest record; no date is not old.
    /// </summary>
    public int CompareTo(SimilarApp? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byVersion = Comparer<FileNameVersion>.Default.Compare(Version, other.Version);
        var byFile = Age(other.App.FileUpdated).CompareTo(Age(App.FileUpdated));
        var byRecord = Age(other.App.UpdatedAt).CompareTo(Age(App.UpdatedAt));
        return byVersion != 0 ? byVersion : byFile != 0 ? byFile : byRecord;
    }

    public override string ToString()
    {
        var version = Version?.ToString() ?? "none";
        return FormattableString.Invariant(
            $"'{App.Name}' ({App.FileName}, similarity {Ratio:0.000}, version {version}, {App.Id})");
    }

    private static DateTimeOffset Age(DateTimeOffset? date) => date ?? DateTimeOffset.MaxValue;
}
