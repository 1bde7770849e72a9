using Kappa.Configuration;
using Kappa.Installers;

namespace Kappa.Commands;

/// <summary>The command line and an installer, as a request like a recipe's.</summary>
internal static class UploadRequest
{
    /// <param name="options">What was typed.</param>
    /// <param name="stated">What is said of this installer.</param>
    /// <param name="installer">What goes up.</param>
    /// <param name="name">What it is called when neither flag nor map say.</param>
    public static RunRequest Of(
        UploadOptions options, StatedSettings stated, ReadyInstaller installer, string name)
    {
        return new RunRequest
        {
            Name = name,
            InstallerIds = Ids(installer.Metadata),
            Verbosity = UploadCommand.Verbosity(options),
            PackagePath = installer.Path,
            PackageName = installer.Name,
            Stated = stated,
            CreateNew = options.CreateNew,
            DryRun = options.DryRun,
            ForceUpload = options.Force,
        };
    }

    /// <summary>What the command line says, of the one installer that it names or of all.</summary>
    public static StatedSettings Stated(UploadOptions options)
    {
        var onlyTest = options is { Name: null, TestName: not null };
        var blueprints = options.Blueprints.Count > 0 ? options.Blueprints : null;
        return new StatedSettings
        {
            Prod = new StatedVariant
            {
                Name = options.Name,
                Category = options.Category,
                Enforcement = options.Enforcement,
                Blueprints = onlyTest ? null : blueprints,
            },
            Test = new StatedVariant
            {
                Name = options.TestName,
                Category = options.TestCategory,
                Blueprints = onlyTest ? blueprints : null,
            },
            UnzipLocation = options.UnzipLocation,
        };
    }

    /// <summary>The package's own id first, as <c>kappa inspect</c> shows it.</summary>
    private static IReadOnlyList<string> Ids(InstallerMetadata installer) =>
    [
        .. new[] { installer.PackageId, installer.BundleId }
            .Concat(installer.Receipts.Select(receipt => receipt.Id))
            .Where(id => !string.IsNullOrEmpty(id))
            .Distinct()!,
    ];
}
