using System.Buffers.Binary;
using System.Text;
using Kappa.Tests.Support.Published;

namespace Kappa.Tests.EndToEnd;

/// <summary>The reader that published files for Linux are judged by.</summary>
internal sealed class ElfReaderTests
{
    private const string Loader = "/lib/ld-linux-aarch64.so.1";

    [Test]
    public void Processor_and_loader_are_told() =>
        Assert.That(ElfFile.Read(Executable(ElfFile.Arm64, 3)), Is.EqualTo(new ElfFile(ElfFile.Arm64, Loader)));

    [Test]
    public void A_static_executable_has_no_loader() =>
        Assert.That(ElfFile.Read(Executable(ElfFile.X64, 1)), Is.EqualTo(new ElfFile(ElfFile.X64, "")));

    [TestCase(4, TestName = "An executable of 32 bits is refused")]
    [TestCase(5, TestName = "A big-endian executable is refused")]
    public void Of_another_kind(int at)
    {
        var bytes = Executable(ElfFile.Arm64, 3);
        bytes[at] ^= 3;

        Assert.That(() => ElfFile.Read(bytes), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void What_is_no_ELF_file_is_refused() =>
        Assert.That(() => ElfFile.Read(new MachOBuilder().Build()), Throws.TypeOf<FormatException>());

    /// <summary>With one other segment, and then one of this type that is the loader's name.</summary>
    private static byte[] Executable(ushort machine, uint type)
    {
        var bytes = new byte[176 + Loader.Length + 1];
        Convert.FromHexString("7F454C460201").CopyTo(bytes, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(18), machine);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(32), 64);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(54), 56);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(56), 2);
        var segment = bytes.AsSpan(120);
        BinaryPrimitives.WriteUInt32LittleEndian(segment, type);
        BinaryPrimitives.WriteUInt64LittleEndian(segment[8..], 176);
        BinaryPrimitives.WriteUInt64LittleEndian(segment[32..], (ulong)Loader.Length + 1);
        Encoding.ASCII.GetBytes(Loader, bytes.AsSpan(176));
        return bytes;
    }
}
