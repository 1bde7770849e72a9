using System.Text;

namespace Kappa;

/// <summary>
/// Files that only their owner reads. One is replaced as a whole: whoever reads it meanwhile gets the old one or
/// the new one, and a write that fails leaves the old one as it was.
/// </summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    /// <inheritdoc cref="Write(string, Action{Stream})"/>
    public static void Write(string path, string text) =>
        Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <param name="path">The file. Of a symbolic link the target is written, and the link stays.</param>
    /// <param name="write">Gets the new file.</param>
    /// <exception cref="KappaException">It cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        try
        {
            var file = new FileInfo(path);
            var target = file.LinkTarget is null
                ? file.FullName
                : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            var folder = Path.GetDirectoryName(target)!;
            MakeFolder(folder);
            var fresh = Path.Combine(folder, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}");
            try
            {
                WriteNew(fresh, write);
                File.Move(fresh, target, overwrite: true);
            }
            finally
            {
                File.Delete(fresh);
            }
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

    private static void MakeFolder(string folder)
    {
        _ = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, OwnersFolder);
    }

    private static void WriteNew(string path, Action<Stream> write)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        using var file = new FileStream(path, options);
        write(file);
        file.Flush(flushToDisk: true);
    }

    private static KappaException Unwritable(string path, Exception fault) => new(
        $"{path} cannot be written: {fault.Message.TrimEnd('.')}.",
        "Check the permissions of its folder and the space on the disk, then run again.",
        fault);
}
