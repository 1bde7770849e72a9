using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>Tells from the bytes how an executable was published.</summary>
internal static class ExecutableForms
{
    /// <summary>
    /// .NET's starter carries this mark, and before it the place of the bundle in the file, 0 for none
    /// (dotnet/runtime, <c>docs/design/features/host-components.md</c> and <c>bundle_marker.h</c>).
    /// </summary>
    private static readonly byte[] Mark = SHA256.HashData(".net core bundle\n"u8);

    public static ExecutableForm Of(ReadOnlySpan<byte> executable)
    {
        var at = executable.IndexOf(Mark);
        return at switch
        {
            < sizeof(long) => ExecutableForm.AheadOfTime,
            _ when BinaryPrimitives.ReadInt64LittleEndian(executable[(at - sizeof(long))..]) == 0 =>
                ExecutableForm.Loose,
            _ => ExecutableForm.Bundle,
        };
    }
}
