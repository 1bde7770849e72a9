namespace Kappa.Tests.Support;

/// <summary>How much memory something asks for: unlike time, the same on a busy machine.</summary>
internal static class Allocations
{
    /// <summary>Bytes, on this thread.</summary>
    public static long Of(Action act)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
