using System.Collections;

namespace Claunia.PropertyList;

public sealed class NSArray(params NSObject[] a) : NSObject, IList<NSObject>
{
    private readonly List<NSObject> items = [.. a];

    public int Count => items.Count;

    public bool IsReadOnly => false;

    public NSObject this[int index]
    {
        get => items[index];
        set => items[index] = value;
    }

    public void Add(NSObject item) => items.Add(item);

    /// <summary>Adds what <see cref="NSObject.Wrap(object)"/> makes of a .NET value.</summary>
    public void Add(object item) => items.Add(Wrap(item));

    public void Insert(int index, NSObject item) => items.Insert(index, item);

    public bool Remove(NSObject item) => items.Remove(item);

    public void RemoveAt(int index) => items.RemoveAt(index);

    public void Clear() => items.Clear();

    public bool Contains(NSObject item) => items.Contains(item);

    public int IndexOf(NSObject item) => items.IndexOf(item);

    public void CopyTo(NSObject[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);

    public IEnumerator<NSObject> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    public override bool Equals(NSObject? obj) => obj is NSArray other && other.items.SequenceEqual(items);

    public override int GetHashCode() => items.Count;
}
