namespace Kappa.Formats;

/// <summary>A file is damaged, cut short or not of the format that it says it is.</summary>
internal sealed class MediaFormatException : KappaException
{
    private readonly MediaFault fault;

    /// <param name="format">What was being read, <c>xar archive</c>.</param>
    /// <param name="offset">Bytes from the start of that format.</param>
    /// <param name="found">What is there, as a clause: <c>the header ends after 12 bytes</c>.</param>
    /// <param name="wanted">What belongs there, as a clause: <c>it has 28</c>.</param>
    public MediaFormatException(string format, long offset, string found, string wanted)
        : this(new MediaFault(format, offset, found, wanted), file: null, cause: null)
    {
    }

    private MediaFormatException(MediaFault fault, string? file, Exception? cause)
        : base(
            $"{file ?? "The file"} is damaged: {fault}.",
            "Download or build it again; if it stays so, its vendor must mend it.",
            cause) => this.fault = fault;

    public string Format => fault.Format;

    public long Offset => fault.Offset;

    public string Found => fault.Found;

    public string Wanted => fault.Wanted;

    /// <summary>The same fault, told with the name of the file it is in.</summary>
    public MediaFormatException In(string file) => new(fault, file, this);

    private sealed record MediaFault(string Format, long Offset, string Found, string Wanted)
    {
        public override string ToString() => $"{Format}, byte {Offset:N0}: {Found}; {Wanted}";
    }
}
