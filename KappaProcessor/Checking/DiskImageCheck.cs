namespace Kappa.Checking;

/// <summary>What looks into disk images.</summary>
/// <param name="Tool">Its path; null when it is not here.</param>
internal sealed record DiskImageCheck(string? Tool) : ICheck
{
    private const string Name = "Disk images";

    public IEnumerable<Finding> Judge() => Tool is not null
        ? [Finding.Ok(Name, Tool)]
        : [Finding.Warning(
            Name,
            "Neither 7zz nor 7z is on PATH, so a .dmg cannot be read.",
            "Install 7-Zip: apt install 7zip (Debian, Ubuntu), brew install sevenzip (Homebrew).")];
}
