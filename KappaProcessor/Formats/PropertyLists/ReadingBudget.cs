namespace Claunia.PropertyList;

/// <summary>
/// Counts what one property list turns into. A binary one of a few hundred bytes can refer to the same array
/// so often that it unfolds into billions of objects.
/// </summary>
internal sealed class ReadingBudget
{
    private int objects;
    private long bytes;

    public void TakeObject()
    {
        if (++objects > PropertyListLimits.Objects)
        {
            throw new PropertyListFormatException(
                $"The property list holds more than {PropertyListLimits.Objects:N0} values.");
        }
    }

    public void TakeBytes(int count)
    {
        bytes += count;
        if (bytes > PropertyListLimits.Bytes)
        {
            throw new PropertyListFormatException(
                $"The property list holds more than {PropertyListLimits.Bytes:N0} bytes of text and data.");
        }
    }

    /// <summary>
    /// May an array or dictionary be opened that is inside <paramref name="depth"/> others?
    /// </summary>
    public static void CheckDepth(int depth)
    {
        if (depth >= PropertyListLimits.Depth)
        {
            throw new PropertyListFormatException(
                $"The property list is nested deeper than {PropertyListLimits.Depth} levels.");
        }
    }
}
