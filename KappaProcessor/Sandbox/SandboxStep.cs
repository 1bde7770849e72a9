namespace Kappa.Sandbox;

/// <summary>What a request is for; the place where trouble can be made.</summary>
internal enum SandboxStep
{
    /// <summary>GET library/custom-apps</summary>
    List,

    /// <summary>GET library/custom-apps/{id}</summary>
    Get,

    /// <summary>GET self-service/categories</summary>
    Categories,

    /// <summary>GET blueprints</summary>
    Blueprints,

    /// <summary>POST library/custom-apps/upload</summary>
    Presign,

    /// <summary>POST of the file to the storage host; it knows no token.</summary>
    Upload,

    /// <summary>POST library/custom-apps</summary>
    Create,

    /// <summary>PATCH library/custom-apps/{id}</summary>
    Update,

    /// <summary>POST blueprints/{id}/assign-library-item</summary>
    Assign,

    /// <summary>POST to the Slack webhook; it knows no token.</summary>
    Slack,
}
