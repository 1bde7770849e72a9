using System.Net;
using Kappa.Sandbox.Wire;
using Newtonsoft.Json.Linq;

namespace Kappa.Sandbox.Api;

/// <summary>Kandji API, "List Self Service Categories": all of them, without pages.</summary>
internal sealed class SelfServiceEndpoint(SandboxTenant tenant)
{
    public SandboxAnswer List() => SandboxAnswer.Json(
        HttpStatusCode.OK, new JArray(tenant.State.Categories.Select(SandboxJson.Of)));
}
