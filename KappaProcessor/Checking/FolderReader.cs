namespace Kappa.Checking;

/// <summary>Tries folders out, as the only way to know.</summary>
internal static class FolderReader
{
    public static FolderCheck ReadLocks(ProcessHost host) => Try(
        new FolderCheck("Lock folder", LockFolder.Find(host))
        {
            Loss = "Two runs at the same moment could create an app twice.",
        },
        () => LockFolder.Open(host));

    public static FolderCheck ReadLogs(ProcessHost host)
    {
        var folder = Path.GetDirectoryName(LogFile.Find(host)?.Path);
        return Try(
            new FolderCheck("Log folder", folder) { Loss = "Nothing is logged." },
            () => folder is null
                ? throw new IOException("there is no HOME to keep it in")
                : Directory.CreateDirectory(folder).FullName);
    }

    private static FolderCheck Try(FolderCheck check, Func<string> open)
    {
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.DeleteOnClose,
            };
            using var trial = new FileStream(Path.Combine(open(), $".{Guid.NewGuid():N}"), options);
            return check;
        }
        catch (IOException fault)
        {
            return check with { Fault = fault.Message };
        }
        catch (UnauthorizedAccessException fault)
        {
            return check with { Fault = fault.Message };
        }
    }
}
