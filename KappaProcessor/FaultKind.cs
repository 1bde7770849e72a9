namespace Kappa;

/// <summary>Why a request brought no answer.</summary>
internal enum FaultKind
{
    /// <summary>There was never a connection, so the request was never sent.</summary>
    NotConnected,

    /// <summary>The other end's certificate is not trusted; the request was never sent.</summary>
    NotTrusted,

    /// <summary>No whole answer within the time an attempt has.</summary>
    TimedOut,

    /// <summary>More answer than Kappa is ready to keep in memory.</summary>
    TooLarge,

    /// <summary>The connection broke before the answer was complete.</summary>
    Broken,
}
