using Kappa.Installers.Images;

namespace Kappa.Tests.Installers.Images;

internal sealed class SevenZipListingTests
{
    [Test]
    public void Files_are_told_from_folders_links_and_streams()
    {
        var found = Read("""
            Path = a
            Size = 1
            Folder = -
            Mode = -rw-r--r--
            Symbolic Link = 

            Path = b
            Folder = +
            Path = c
            Mode = drwxr-xr-x
            Path = d
            Symbolic Link = a
            Path = e
            Mode = lrwxr-xr-x
            Path = f:rsrc
            Alternate Stream = +
            Path = g
            Mode = prw-r--r--
            """);

        Assert.That(found, Is.EqualTo(new[] { new ImageFile("a", "a", 1) }));
    }

    [Test]
    public void What_a_version_leaves_out_is_not_missed()
    {
        var found = Read("Path = a b = c\nPath =  d \nSize =\nFolder =\nMode =\nSymbolic Link =\nSize");

        Assert.That(
            found,
            Is.EqualTo(new[] { new ImageFile("a b = c", "a b = c", 0), new ImageFile(" d ", " d ", 0) }));
    }

    [TestCase("HFS", "Firefox.app/Contents/Info.plist")]
    [TestCase("APFS", "Firefox/Firefox.app/Contents/Info.plist")]
    public void The_volume_is_no_folder_of_the_file(string type, string path)
    {
        var found = Read("Path = Firefox/Firefox.app/Contents/Info.plist\nSize = 7", type);

        Assert.That(found, Is.EqualTo(new[] { new ImageFile(path, "Firefox/Firefox.app/Contents/Info.plist", 7) }));
    }

    [TestCase("99999999999999999999")]
    [TestCase("-1")]
    [TestCase("1e9")]
    public void A_size_that_is_no_number_counts_nothing(string size) =>
        Assert.That(Read($"Path = a\nSize = {size}"), Is.EqualTo(new[] { new ImageFile("a", "a", 0) }));

    private static List<ImageFile> Read(string entries, string type = "APFS")
    {
        var files = new List<ImageFile>();
        var listing = new SevenZipListing(files.Add);
        string[] head = ["Path = x.dmg", "Type = Dmg", "--", "Path = 4.hfs", $"Type = {type}", "----------"];
        foreach (var line in head.Concat(entries.Split('\n')))
        {
            listing.Take(line);
        }

        listing.End();
        return files;
    }
}
