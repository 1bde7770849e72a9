namespace Kappa.Commands;

/// <param name="Json">One JSON array instead of text.</param>
/// <param name="Csv">CSV instead of text.</param>
/// <param name="Fast">Nothing but what identifying a file tells.</param>
internal sealed record InspectOptions(bool Json, bool Csv, bool Fast);
