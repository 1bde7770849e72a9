namespace Kappa.Sandbox;

/// <summary>
/// The bytes of one upload on their way to disk; without <see cref="Keep"/> they are dropped.
/// </summary>
internal sealed class SandboxFile(string path) : IDisposable
{
    private readonly FileStream stream =
        FileFault.Naming(path, () => File.Create($"{path}.{Guid.NewGuid():N}.part"));

    public void Write(ReadOnlyMemory<byte> bytes) => FileFault.Naming(path, () => stream.Write(bytes.Span));

    public void Keep() => FileFault.Naming(path, () =>
    {
        stream.Dispose();
        File.Move(stream.Name, path, overwrite: true);
    });

    public void Dispose()
    {
        stream.Dispose();
        File.Delete(stream.Name);
    }
}
