namespace Kappa.Tests.Support;

/// <summary>The one act of a test, when it is one that fails.</summary>
internal static class Thrown
{
    /// <summary>Whatever <paramref name="act"/> throws; null when it ends well.</summary>
    public static Exception? By(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    /// <summary>What <paramref name="act"/> threw, which must be exactly of that type.</summary>
    public static async Task<T> ByAsync<T>(Func<Task> act)
        where T : Exception => (await Assert.ThrowsAsync<T>(() => act()))!;
}
