namespace Kappa.Sandbox;

/// <summary>Turns what a file system says into a sentence that names the file.</summary>
internal static class FileFault
{
    public static T Naming<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (IOException fault)
        {
            throw Unusable(path, fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw Unusable(path, fault);
        }
    }

    public static void Naming(string path, Action work) => Naming(path, () =>
    {
        work();
        return true;
    });

    private static KappaException Unusable(string path, Exception fault) => new(
        $"The sandbox cannot use {path}: {fault.Message}",
        "Make room or give write permission there, or name another folder with --state.",
        fault);
}
