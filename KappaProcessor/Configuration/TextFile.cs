using System.Buffers;
using System.Text;

namespace Kappa.Configuration;

/// <summary>A small text file that an administrator wrote, as text; or else what is wrong with it.</summary>
internal sealed record TextFile(string? Text, string? Fault)
{
    /// <summary>Bytes. Far above any map or script, far below what would hurt.</summary>
    public const int LargestSize = 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static TextFile Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream);
        }
        catch (FileNotFoundException)
        {
            return Broken("does not exist");
        }
        catch (DirectoryNotFoundException)
        {
            return Broken("does not exist");
        }
        catch (UnauthorizedAccessException)
        {
            return Broken(Directory.Exists(path) ? "is a folder" : "cannot be read: permission denied");
        }
        catch (IOException fault)
        {
            return Broken($"cannot be read: {fault.Message.TrimEnd('.')}");
        }
    }

    // What a file says of its length is not believed: a pipe has none, and another file may grow.
    private static TextFile Read(FileStream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LargestSize + 1);
        try
        {
            var size = stream.ReadAtLeast(buffer.AsSpan(0, LargestSize + 1), LargestSize + 1, throwOnEndOfStream: false);
            return size <= LargestSize
                ? Decode(buffer.AsSpan(0, size))
                : Broken($"is larger than {LargestSize:N0} bytes");
        }
        finally
        {
            // It may have held a secret that somebody wrote where it does not belong.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static TextFile Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = Utf8.GetString(bytes).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal)
                ? Broken("is no text file")
                : new TextFile(text, null);
        }
        catch (DecoderFallbackException)
        {
            return Broken("is not UTF-8 text");
        }
    }

    private static TextFile Broken(string fault) => new(null, fault);
}
