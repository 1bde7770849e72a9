namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>What was to be measured did not happen, so its figures would mean nothing.</summary>
internal sealed class MeasurementException(string message) : Exception(message);
