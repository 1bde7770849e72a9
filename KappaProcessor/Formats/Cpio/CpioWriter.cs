using System.Text;

namespace Kappa.Formats.Cpio;

/// <summary>
/// Writes a cpio archive in the portable form ("odc"), that of payloads. The output stays the caller's to
/// close.
/// <code>
/// offset size  octal digits, but for the magic
///      0    6  "070707"
///      6    6  device
///     12    6  inode
///     18    6  mode
///     24    6  owner
///     30    6  group
///     36    6  links
///     42    6  device, of a device
///     48   11  time of modification
///     59    6  length of the name, its final 0 included
///     65   11  length of the content
/// </code>
/// </summary>
internal sealed class CpioWriter(Stream output)
{
    private int inode;

    /// <param name="path">As it is to be found, <c>./Firefox.app</c>.</param>
    /// <param name="mode">Type and rights, as <c>stat</c> has them.</param>
    /// <param name="content">Nothing for a folder.</param>
    public void Add(string path, int mode, byte[] content)
    {
        inode++;
        var name = Encoding.UTF8.GetBytes($"{path}\0");
        output.Write("070707"u8);
        WriteOctal(0, 6);
        WriteOctal(inode, 6);
        WriteOctal(mode, 6);
        WriteOctal(0, 6);
        WriteOctal(0, 6);
        WriteOctal(1, 6);
        WriteOctal(0, 6);
        WriteOctal(0, 11);
        WriteOctal(name.Length, 6);
        WriteOctal(content.Length, 11);
        output.Write(name);
        output.Write(content);
    }

    /// <summary>Writes the entry that ends every archive.</summary>
    public void Finish() => Add("TRAILER!!!", mode: 0, []);

    private void WriteOctal(int value, int digits) =>
        output.Write(Encoding.ASCII.GetBytes(Convert.ToString(value, 8).PadLeft(digits, '0')));
}
