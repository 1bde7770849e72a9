using Kappa.Tenant.Models;

namespace Kappa.Planning;

internal sealed record CategoryChoice(SelfServiceCategory Category, IReadOnlyList<Note> Notes);
