using System.Runtime.Versioning;
using Kappa.Tests.Support;

namespace Kappa.Tests;

internal sealed class PrivateFileTests
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Test]
    public void Only_the_owner_reads_the_file_and_its_new_folder()
    {
        using var folder = new TempFolder();

        PrivateFile.Write(folder["new/deep/file"], "text");

        Assert.That(File.ReadAllText(folder["new/deep/file"]), Is.EqualTo("text"));
        Assert.That(
            (new FileInfo(folder["new/deep/file"]).UnixFileMode, new FileInfo(folder["new/deep"]).UnixFileMode),
            Is.EqualTo((Owner, Owner | UnixFileMode.UserExecute)));
    }

    [Test]
    public void The_new_file_is_private_before_anything_is_in_it()
    {
        using var folder = new TempFolder();
        var mode = UnixFileMode.None;

        PrivateFile.Write(folder["file"], stream => mode = new FileInfo(((FileStream)stream).Name).UnixFileMode);

        Assert.That(mode, Is.EqualTo(Owner));
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    public void A_file_that_others_could_read_is_private_afterwards()
    {
        using var folder = new TempFolder();
        File.SetUnixFileMode(folder.Write("file", "old"), Owner | UnixFileMode.OtherRead);

        PrivateFile.Write(folder["file"], "new");

        Assert.That(new FileInfo(folder["file"]).UnixFileMode, Is.EqualTo(Owner));
    }

    [Test]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TempFolder();
        folder.Write("file", "old");

        var problem = Assert.Throws<KappaException>(() => PrivateFile.Write(folder["file"], stream =>
        {
            stream.Write("half"u8);
            throw new IOException("No space left on device.");
        }));

        Assert.That(problem!.What, Is.EqualTo($"{folder["file"]} cannot be written: No space left on device."));
        Assert.That(File.ReadAllText(folder["file"]), Is.EqualTo("old"));
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public void While_it_is_written_the_old_file_is_read()
    {
        using var folder = new TempFolder();
        folder.Write("file", "old");
        var meanwhile = "";

        PrivateFile.Write(folder["file"], stream =>
        {
            stream.Write("new"u8);
            stream.Flush();
            meanwhile = File.ReadAllText(folder["file"]);
        });

        Assert.That((meanwhile, File.ReadAllText(folder["file"])), Is.EqualTo(("old", "new")));
    }

    [TestCase(true, TestName = "The target of a link is written, and the link stays")]
    [TestCase(false, TestName = "A link that leads nowhere yet is followed all the same")]
    public void A_link_is_written_through(bool exists)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["real"]);
        if (exists)
        {
            folder.Write("real/file", "old");
        }

        File.CreateSymbolicLink(folder["link"], "real/file");

        PrivateFile.Write(folder["link"], "new");

        Assert.That(new FileInfo(folder["link"]).LinkTarget, Is.EqualTo("real/file"));
        Assert.That(File.ReadAllText(folder["real/file"]), Is.EqualTo("new"));
    }

    [Test]
    public void A_folder_in_the_place_of_the_file_is_an_error_that_names_it()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["file"]);

        var problem = Assert.Throws<KappaException>(() => PrivateFile.Write(folder["file"], "text"));

        Assert.That(problem!.What, Does.StartWith($"{folder["file"]} cannot be written: "));
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Has.Length.EqualTo(1));
    }
}
