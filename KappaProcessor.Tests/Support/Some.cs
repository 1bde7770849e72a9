namespace Kappa.Tests.Support;

/// <summary>Valid, boring things; a test says only what matters to it. One part of this class for each area.</summary>
internal static partial class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
}
