using System.CommandLine;
using System.CommandLine.Parsing;
using Kappa.Tenant.Models;

namespace Kappa.Commands;

/// <summary><c>kappa upload</c> on the command line.</summary>
internal sealed class UploadVerb
{
    private readonly Argument<string[]> files = new("FILE")
    {
        Description = "Installers: .pkg, .mpkg, .dmg or .zip.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> packages = new("--pkg", "-p")
    {
        Description = "An installer, as FILE; may be repeated.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> casks = new("--brew", "-b")
    {
        Description = "A Homebrew cask, whose installer is downloaded; may be repeated.",
        HelpName = "CASK",
    };

    private readonly Option<bool> scheduled = new("--scheduled")
    {
        Description = "The casks of brew_cron.json, each with its own settings, as the schedule does it.",
    };

    private readonly Option<string?> name = new("--name", "-n")
    {
        Description = "Name of the Custom App for everybody.",
        HelpName = "NAME",
    };

    private readonly Option<string?> testName = new("--testname", "-t")
    {
        Description = "Name of the Custom App for those who try new versions first.",
        HelpName = "NAME",
    };

    private readonly Option<string?> category = new("--sscategory", "-s")
    {
        Description = "Self Service category of the prod (or only) app; makes a new one self_service.",
        HelpName = "CATEGORY",
    };

    private readonly Option<string?> testCategory = new("--zzcategory", "-z")
    {
        Description = "Self Service category of the test app; makes a new one self_service.",
        HelpName = "CATEGORY",
    };

    private readonly Option<string?> unzipLocation = new("--unzip-location", "-u")
    {
        Description = "Folder on the Mac into which a .zip is unpacked.",
        HelpName = "FOLDER",
    };

    private readonly Option<bool> create = new("--create", "-c")
    {
        Description = "Always create a Custom App, never update one.",
    };

    private readonly Option<bool> dryRun = new("--dry-run", "-y", "--dry")
    {
        Description = "Only say what would be done.",
    };

    private readonly Option<string?> enforcement = new("--enforcement")
    {
        Description = "How a new app is installed: audit_enforce, install_once or self_service.",
        HelpName = "TYPE",
    };

    private readonly Option<string[]> blueprints = new("--blueprint")
    {
        Description = "Name or id of a Blueprint that a new prod (or only) app is put into; may be repeated.",
        HelpName = "BLUEPRINT",
    };

    private readonly Option<bool> force = new("--force")
    {
        Description = "Upload even when the tenant already has this file.",
    };

    private readonly Option<bool> json = new("--json")
    {
        Description = "Print the results as a JSON array, one object an app.",
    };

    private readonly Option<bool> debug = new("--debug", "-d")
    {
        Description = "Say everything that helps to report a bug.",
    };

    private readonly Option<string?> config = new("--config")
    {
        Description = "The configuration file, instead of the one in the user's folder.",
        HelpName = "FILE",
    };

    private UploadVerb()
    {
    }

    public static Command Define(ProcessHost host)
    {
        var verb = new UploadVerb();
        var command = verb.Define();
        command.SetAction((parsed, cancel) => Guard.RunAsync(
            host,
            new FailureForm(ExitCode.Failed, LogFormat.Plain),
            () => new UploadCommand(host).RunAsync(verb.Read(parsed), cancel)));
        return command;
    }

    private Verb Define()
    {
        var command = new Verb(
            "upload",
            "Creates or updates Custom Apps from installers or Homebrew casks, without AutoPkg.",
            "kappa upload Firefox-128.0.pkg",
            "kappa upload --dry-run --name Firefox --sscategory Productivity Firefox.dmg",
            "kappa upload --brew google-chrome --brew zed")
        {
            files, packages, casks, scheduled, name, testName, category, testCategory, unzipLocation, create, dryRun,
            enforcement, blueprints, force, json, debug, config,
        };
        command.Validators.Add(CheckCount);
        enforcement.CompletionSources.Add([.. Enforcement.All.Select(one => one.ConfigWord)]);
        files.Validators.Add(CheckFiles);
        name.Validators.Add(OptionRules.Name);
        testName.Validators.Add(OptionRules.Name);
        category.Validators.Add(OptionRules.Text);
        testCategory.Validators.Add(OptionRules.Text);
        blueprints.Validators.Add(OptionRules.Text);
        unzipLocation.Validators.Add(CheckFolder);
        enforcement.Validators.Add(OptionRules.Enforcement);
        return command;
    }

    private UploadOptions Read(ParseResult parsed) => new()
    {
        Files = [.. parsed.GetValue(packages) ?? [], .. parsed.GetValue(files) ?? []],
        Casks = parsed.GetValue(casks) ?? [],
        Scheduled = parsed.GetValue(scheduled),
        Name = parsed.GetValue(name),
        TestName = parsed.GetValue(testName),
        Category = parsed.GetValue(category),
        TestCategory = parsed.GetValue(testCategory),
        UnzipLocation = parsed.GetValue(unzipLocation),
        Enforcement = Enforcement.TryParse(parsed.GetValue(enforcement)),
        Blueprints = parsed.GetValue(blueprints) ?? [],
        CreateNew = parsed.GetValue(create),
        DryRun = parsed.GetValue(dryRun),
        Force = parsed.GetValue(force),
        Debug = parsed.GetValue(debug),
        Json = parsed.GetValue(json),
        ConfigFile = parsed.GetValue(config),
    };

    private void CheckCount(CommandResult result)
    {
        var count = Count(result, packages) + Count(result, casks)
            + (result.GetResult(files)?.Tokens.Count ?? 0);
        var isScheduled = result.GetValue(scheduled);
        if (isScheduled == (count > 0))
        {
            result.AddError("Give an installer, or a cask with --brew; --scheduled goes with neither.");
        }

        Option[] single = [name, testName, category, testCategory];
        if ((isScheduled || count > 1) && single.FirstOrDefault(option => Count(result, option) > 0) is { } given)
        {
            result.AddError(
                $"{given.Name} is for one installer, and there are several. Run them one by one, or give each its "
                    + "own names in package_map.json.");
        }
    }

    private static int Count(CommandResult result, Option option) =>
        result.GetResult(option) is { Implicit: false } given ? given.Tokens.Count : 0;

    /// <summary>The parser takes an option that it does not know for a file.</summary>
    private static void CheckFiles(ArgumentResult result)
    {
        foreach (var path in result.Tokens.Select(token => token.Value))
        {
            if (path.StartsWith('-') && !Path.Exists(path))
            {
                result.AddError($"There is no option {path}.");
            }
        }
    }

    private static void CheckFolder(OptionResult result)
    {
        if (result.Tokens.Any(token => !token.Value.StartsWith('/')))
        {
            result.AddError($"{result.Option.Name} is no absolute path. Give one like /Applications.");
        }
    }
}
