namespace Kappa.Sandbox;

/// <summary>When a connection is reset.</summary>
internal enum ResetMoment
{
    /// <summary>The request was heard; its body was not read and nothing happened.</summary>
    Before,

    /// <summary>Half of the request's body was read, and nothing happened.</summary>
    Middle,

    /// <summary>What was asked for has been done; only the answer is lost.</summary>
    After,
}
