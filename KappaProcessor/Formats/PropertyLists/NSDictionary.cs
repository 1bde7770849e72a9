using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Claunia.PropertyList;

/// <summary>Entries stay in the order in which they were read or added.</summary>
public sealed class NSDictionary : NSObject, IDictionary<string, NSObject>
{
    private readonly OrderedDictionary<string, NSObject> entries = new(StringComparer.Ordinal);

    public int Count => entries.Count;

    public bool IsReadOnly => false;

    public ICollection<string> Keys => entries.Keys;

    public ICollection<NSObject> Values => entries.Values;

    public NSObject this[string index]
    {
        get => entries[index];
        set => entries[index] = value;
    }

    public bool ContainsKey(string key) => entries.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out NSObject value) =>
        entries.TryGetValue(key, out value);

    /// <summary>The value of that key, or null when there is none.</summary>
    public NSObject? ObjectForKey(string key) => entries.GetValueOrDefault(key);

    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(string key, NSObject value) => entries.Add(key, value);

    /// <summary>
    /// Adds what <see cref="NSObject.Wrap(object)"/> makes of a .NET value; null adds nothing.
    /// </summary>
    public void Add(string key, object? obj)
    {
        if (obj is not null)
        {
            entries.Add(key, Wrap(obj));
        }
    }

    public void Add(string key, long obj) => entries.Add(key, new NSNumber(obj));

    public void Add(string key, double obj) => entries.Add(key, new NSNumber(obj));

    public void Add(string key, bool obj) => entries.Add(key, new NSNumber(obj));

    public bool Remove(string key) => entries.Remove(key);

    public void Clear() => entries.Clear();

    public IEnumerator<KeyValuePair<string, NSObject>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<KeyValuePair<string, NSObject>>.Add(KeyValuePair<string, NSObject> item) =>
        entries.Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, NSObject>>.Contains(KeyValuePair<string, NSObject> item) =>
        Pairs.Contains(item);

    bool ICollection<KeyValuePair<string, NSObject>>.Remove(KeyValuePair<string, NSObject> item) =>
        Pairs.Remove(item);

    void ICollection<KeyValuePair<string, NSObject>>.CopyTo(
        KeyValuePair<string, NSObject>[] array, int arrayIndex) => Pairs.CopyTo(array, arrayIndex);

    /// <summary>Two dictionaries are equal in any order of their entries.</summary>
    public override bool Equals(NSObject? obj) =>
        obj is NSDictionary other
        && other.Count == Count
        && entries.All(entry => entry.Value.Equals(other.ObjectForKey(entry.Key)));

    public override int GetHashCode() => Count;

    private ICollection<KeyValuePair<string, NSObject>> Pairs => entries;
}
