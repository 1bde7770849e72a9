using System.Security.Cryptography;

namespace Kappa.Formats.Xar;

/// <summary>Where in the heap the checksum of the compressed table of contents lies.</summary>
internal sealed record XarTocChecksum(HashAlgorithmName Algorithm, long Offset, long Size);
