namespace Kappa.Scheduling;

/// <summary>A small file that tells the system what to run.</summary>
internal static class UnitFile
{
    public static bool Holds(string path, string text) => File.Exists(path) && File.ReadAllText(path) == text;

    /// <exception cref="KappaException">It cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw Unwritable(path, fault);
        }
        catch (IOException fault)
        {
            throw Unwritable(path, fault);
        }
    }

    private static KappaException Unwritable(string path, Exception fault) => new(
        $"{path} cannot be written: {fault.Message}", "Check the permissions of its folder.", fault);
}
