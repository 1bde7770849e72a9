using System.Diagnostics;
using System.IO.Compression;
using SharpCompress.Common;
using SharpCompress.Compressors.BZip2;

namespace Kappa.Formats.Compression;

/// <summary>The expanded form of a stream; this folder alone knows who can decode what.</summary>
internal static class Codecs
{
    /// <summary>
    /// What <paramref name="source"/> holds, expanded while it is read. The source stays the caller's to
    /// close and must tell its position. What is wrong with it is a <see cref="MediaFormatException"/>,
    /// except that zlib and gzip data that is cut short just ends: who reads it must know how much there is.
    /// </summary>
    public static Stream Expand(Codec codec, Stream source) =>
        codec == Codec.Plain ? source : new Guarded(() => Decoder(codec, source), source, codec);

    private static Stream Decoder(Codec codec, Stream source) => codec switch
    {
        Codec.Zlib => new ZLibStream(source, CompressionMode.Decompress, leaveOpen: true),
        Codec.Gzip => new GZipStream(source, CompressionMode.Decompress, leaveOpen: true),
        Codec.Bzip2 => BZip2Stream.Create(
            source,
            SharpCompress.Compressors.CompressionMode.Decompress,
            decompressConcatenated: true,
            leaveOpen: true),
        Codec.Xz => new XzStream(source),
        _ => throw new UnreachableException($"No decoder for {codec}."),
    };

    /// <summary>
    /// A decoder whose complaints come out as ours. It is made late: some read before they are asked to.
    /// </summary>
    private sealed class Guarded(Func<Stream> open, Stream source, Codec codec) : Streams.ReadOnlyStream
    {
        private Stream? decoder;

        public override int Read(Span<byte> buffer)
        {
            try
            {
                decoder ??= open();
                return decoder.Read(buffer);
            }
            catch (SystemException fault) when (IsDamage(fault))
            {
                throw Damage(fault);
            }
            catch (IOException fault) when (fault.GetType().Name == "ZLibException")
            {
                // No broken disk, but data that asks for a dictionary, say. The type is not public.
                throw Damage(fault);
            }
            catch (SharpCompressException fault)
            {
                throw Damage(fault);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                decoder?.Dispose();
            }

            base.Dispose(disposing);
        }

        // Broken data makes the decoders stumble in ways of their own; a disk that fails is another matter.
        private static bool IsDamage(SystemException fault) => fault is
            InvalidDataException or EndOfStreamException or IndexOutOfRangeException or ArgumentException
            or ArithmeticException or NullReferenceException or InvalidOperationException;

        private MediaFormatException Damage(Exception fault) => new(
            $"{codec} data".ToLowerInvariant(),
            source.Position,
            $"it cannot be expanded from there on ({fault.GetType().Name})",
            "sound data can");
    }
}
