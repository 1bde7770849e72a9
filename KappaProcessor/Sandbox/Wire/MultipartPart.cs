namespace Kappa.Sandbox.Wire;

/// <summary>
/// The headers of one part of a form; its content is read from the <see cref="MultipartReader"/>.
/// </summary>
internal sealed record MultipartPart(string Name, string? FileName);
