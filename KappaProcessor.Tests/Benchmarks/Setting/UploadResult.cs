using Kappa.Tests.Benchmarks.Figures;

namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>How an upload came out beside another program's; without that one the remark says why.</summary>
internal sealed record UploadResult(BestRun Ours, Reference? Reference, string? Remark);
