using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>An update while it is put together: every step returns the next draft.</summary>
internal sealed record UpdateDraft
{
    public CustomAppFields Fields { get; init; } = new();

    /// <summary>What changes, "restart: false → true".</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    public AuditScriptPlan? Audit { get; init; }

    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>A change that no field of its own carries.</summary>
    public UpdateDraft With(string what, string old, string next) =>
        this with { Changes = [.. Changes, $"{what}: {old} → {next}"] };

    public UpdateDraft Set(
        string what, string old, string next, Func<CustomAppFields, CustomAppFields> set) =>
        With(what, old, next) with { Fields = set(Fields) };

    /// <summary>Null, or what the app has already, changes nothing.</summary>
    public UpdateDraft Set(
        string what, bool old, bool? wanted, Func<CustomAppFields, CustomAppFields> set) =>
        wanted is { } next && next != old ? Set(what, Words.Flag(old), Words.Flag(next), set) : this;

    public UpdateDraft Say(params IEnumerable<Note> notes) => this with { Notes = [.. Notes, .. notes] };
}
