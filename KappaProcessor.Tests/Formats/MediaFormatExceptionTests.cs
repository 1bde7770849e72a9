using Kappa.Formats;

namespace Kappa.Tests.Formats;

internal sealed class MediaFormatExceptionTests
{
    [Test]
    public void Tells_where_and_what_and_what_to_do()
    {
        var fault = new MediaFormatException("xar archive", 1024, "the version is 7", "only 1 is known");

        Assert.That(fault.Message, Is.EqualTo(
            "The file is damaged: xar archive, byte 1,024: the version is 7; only 1 is known. "
            + "Download or build it again; if it stays so, its vendor must mend it."));
    }

    [Test]
    public void Names_the_file_once_it_is_known()
    {
        var fault = new MediaFormatException("xar archive", 1024, "the version is 7", "only 1 is known");

        var told = fault.In("/tmp/Firefox.pkg");

        Assert.That(told.What, Does.StartWith("/tmp/Firefox.pkg is damaged: xar archive, byte 1,024:"));
        Assert.That(told.Offset, Is.EqualTo(1024));
    }
}
