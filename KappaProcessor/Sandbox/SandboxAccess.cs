using System.Net;
using Kappa.Sandbox.Wire;

namespace Kappa.Sandbox;

/// <summary>Who may do what: the token, and the permissions that it lacks.</summary>
internal sealed class SandboxAccess(SandboxOptions options)
{
    /// <summary>The answer to one who may not; null: go on.</summary>
    public SandboxAnswer? Refuse(SandboxRequest request, SandboxStep? step)
    {
        if (!request.HasAuthorization)
        {
            return SandboxAnswer
                .Detail(HttpStatusCode.Unauthorized, "Authentication credentials were not provided.")
                .WithHeader("WWW-Authenticate", "Bearer");
        }

        if (request.BearerToken is not { } token || token != (options.Token ?? token))
        {
            return TroubleAnswers.Of(SandboxStep.List, HttpStatusCode.Unauthorized)
                .WithHeader("WWW-Authenticate", "Bearer");
        }

        return step is { } asked && options.Forbidden.Contains(asked)
            ? TroubleAnswers.Of(asked, HttpStatusCode.Forbidden)
            : null;
    }
}
