using System.Text;

namespace Kappa;

/// <summary>
/// A log that only its owner reads, and that does not grow for ever: full, it becomes <c>kappa.log.1</c>, which
/// becomes <c>kappa.log.2</c>. Opened for each line, so that runs at the same time can share it. A disk that
/// takes no more ends the log, not the run.
/// </summary>
internal sealed class LogFile(string path) : TextWriter
{
    /// <summary>Bytes: some thousand uploads.</summary>
    public const long Largest = 5 << 20;

    /// <summary>Files that are kept beside the one that is written.</summary>
    public const int Kept = 3;

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private bool isBroken;

    public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public string Path => path;

    /// <summary>
    /// Apple's folder for it, elsewhere the XDG Base Directory Specification's; null without a home.
    /// </summary>
    public static LogFile? Find(ProcessHost host)
    {
        var home = Absolute(host.Variable("HOME"));
        if (host.IsMac)
        {
            return home is null ? null : new LogFile($"{home}/Library/Logs/Kappa/kappa.log");
        }

        var state = Absolute(host.Variable("XDG_STATE_HOME")) ?? (home is null ? null : $"{home}/.local/state");
        return state is null ? null : new LogFile($"{state}/kappa/kappa.log");
    }

    public override void Write(char value) => Append([value]);

    public override void Write(string? value) => Append(value);

    public override void WriteLine(string? value) => Append($"{value}\n");

    private static string? Absolute(string? path) => System.IO.Path.IsPathFullyQualified(path ?? "") ? path : null;

    private void Append(ReadOnlySpan<char> text)
    {
        if (isBroken || text.Length == 0)
        {
            return;
        }

        try
        {
            MakeRoom();
            using var file = Open();
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.GetBytes(text.ToArray()));
        }
        catch (IOException)
        {
            isBroken = true;
        }
        catch (UnauthorizedAccessException)
        {
            isBroken = true;
        }
    }

    private FileStream Open()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        return new FileStream(path, options);
    }

    private void MakeRoom()
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            CreateFolder(file.DirectoryName!);
        }
        else if (file.Length >= Largest)
        {
            for (var number = Kept; number > 1; number--)
            {
                MoveIfThere($"{path}.{number - 1}", $"{path}.{number}");
            }

            MoveIfThere(path, $"{path}.1");
        }
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);
    }

    private static void MoveIfThere(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Move(from, to, overwrite: true);
        }
    }
}
