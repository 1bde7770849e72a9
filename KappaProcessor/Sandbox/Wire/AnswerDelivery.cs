namespace Kappa.Sandbox.Wire;

/// <summary>How an answer reaches the client, or does not.</summary>
internal abstract record AnswerDelivery
{
    public static AnswerDelivery Whole { get; } = new Entire();

    /// <summary>As it is, and the connection stays open.</summary>
    internal sealed record Entire : AnswerDelivery;

    /// <summary>As it is, although the rest of the request was not read; the connection is closed.</summary>
    internal sealed record Early : AnswerDelivery;

    /// <summary>Not at all: the connection is reset.</summary>
    internal sealed record Lost : AnswerDelivery;

    /// <summary>As it is, and nobody is there any more when it arrives.</summary>
    internal sealed record Last : AnswerDelivery;

    /// <summary>Half of the body that was announced, then the end.</summary>
    internal sealed record Truncated : AnswerDelivery;

    /// <summary>In small pieces that take this long together.</summary>
    internal sealed record Dripping(TimeSpan Time) : AnswerDelivery;
}
