using System.Diagnostics;
using Kappa.Installers.Images;
using Kappa.Tests.Support;

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

        Assert.That(found, Is.EqualTo(new[] { new ImageFile("a b = c", "a b = c", 0), new ImageFile(" d ", " d ", 0) }));
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

    [Test, Explicit, Category("Benchmark")]
    public void Half_a_million_files_are_listed_in_passing()
    {
        var lines = SevenZipLines(500_000);
        var count = 0;
        var listing = new SevenZipListing(_ => count++);

        var (allocated, clock) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        listing.Take("----------");
        foreach (var line in lines)
        {
            listing.Take(line);
        }

        listing.End();
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        TestContext.Out.WriteLine($"{clock.ElapsedMilliseconds:N0} ms, {allocated / 1e6:F0} MB allocated");
        Assert.That(count, Is.EqualTo(500_000));
    }

    private static IEnumerable<string> SevenZipLines(int files) => Enumerable.Range(0, files).SelectMany(number => new[]
    {
        $"Path = Big.app/Contents/Resources/file-{number:D7}.js", "Size = 17", "Packed Size = 4096",
        "Mode = -rwxr-xr-x", "Modified = 2021-03-28 17:42:12.000000000", "Created = 2021-03-28 17:42:12.000000000",
        "Accessed = 2021-03-28 17:42:13.000000000", "Metadata Changed = 2021-03-28 17:47:28.935511575", "Method = ",
        "iNode = 16", "Links = 1", "Symbolic Link = ", "User ID = 501", "Group ID = 20", "Alternate Stream = -", "",
    });

    private static List<ImageFile> Read(string entries, string type = "APFS")
    {
        var files = new List<ImageFile>();
        var listing = new SevenZipListing(files.Add);
        string[] lines = ["Path = x.dmg", "Type = Dmg", "--", "Path = 4.hfs", $"Type = {type}", "----------", .. entries.Split('\n')];
        foreach (var line in lines)
        {
            listing.Take(line);
        }

        listing.End();
        return files;
    }
}
