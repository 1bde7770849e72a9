namespace Kappa.Installers;

/// <summary>What an installer is, decided by its content, not by its suffix.</summary>
internal enum InstallerKind
{
    /// <summary>A flat package, .pkg or .mpkg.</summary>
    Package,

    /// <summary>A disk image, .dmg.</summary>
    Image,

    /// <summary>A .zip.</summary>
    Zip,
}

internal static class InstallerKinds
{
    /// <summary>The API's word for it (<c>install_type</c>).</summary>
    public static string ApiWord(this InstallerKind kind) => kind switch
    {
        InstallerKind.Package => "package",
        InstallerKind.Image => "image",
        InstallerKind.Zip => "zip",
        _ => throw new System.Diagnostics.UnreachableException($"No word for {kind}."),
    };
}
