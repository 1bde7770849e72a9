using Kappa.Formats;

namespace Kappa.Installers;

/// <summary>Opens an installer, or says why there is none to open.</summary>
internal static class InstallerContent
{
    /// <summary>The file for reading, at its start; the caller's to close.</summary>
    public static FileStream Open(string path) => Find(path) ?? throw Absence(path);

    /// <summary>
    /// What <paramref name="read"/> finds in the file; a complaint about what it finds names the file.
    /// </summary>
    public static T Read<T>(string path, Func<FileStream, T> read)
    {
        using var content = Open(path);
        try
        {
            return read(content);
        }
        catch (MediaFormatException fault)
        {
            throw fault.In(path);
        }
        catch (IOException fault)
        {
            throw new KappaException(
                $"{path} cannot be read: {fault.Message}", "Check the disk it is on.", fault);
        }
    }

    /// <summary>
    /// The file for reading, or null when there is no file of that name with anything in it.
    /// </summary>
    public static FileStream? Find(string path)
    {
        try
        {
            // Looked at before it is opened: opening a pipe, whose length is 0 too, would wait for a writer.
            return File.Exists(path) && Target(path) is { Length: > 0 } file
                ? file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
                : null;
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new KappaException(
                $"{path} may not be read.", "Give the user who runs this the right to read it.", fault);
        }
        catch (IOException fault)
        {
            throw new KappaException(
                $"{path} cannot be read: {fault.Message}", "Check the file and the disk it is on.", fault);
        }
    }

    private static FileInfo Target(string path) =>
        File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);

    private static KappaException Absence(string path)
    {
        if (Directory.Exists(path))
        {
            return InstallerFolder.Describe(path);
        }

        return File.Exists(path)
            ? new KappaException($"{path} is empty.", "Download or build it again.")
            : new KappaException(
                $"There is no installer at {(path.Length > 0 ? path : "an empty path")}.",
                "Check the path; in a recipe, the step before this one sets pkg_path.");
    }
}
