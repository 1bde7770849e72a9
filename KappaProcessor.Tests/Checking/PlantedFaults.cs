using System.Runtime.Versioning;
using Kappa.Sandbox;
using Kappa.Tests.Support;

namespace Kappa.Tests.Checking;

/// <summary>What goes wrong on administrators' machines.</summary>
[UnsupportedOSPlatform("windows")]
internal static class PlantedFaults
{
    private const string Config = "config/config.json";
    private const string RecipeMap = "config/recipe_map.json";
    private const string PackageMap = "config/package_map.json";

    public static IEnumerable<PlantedFault> All =>
        [.. Configuration, .. Secrets, .. Permissions, .. Names, .. Programs, .. Machine];

    private static IEnumerable<PlantedFault> Configuration =>
    [
        new("broken JSON", "Configuration", "Mend the file") { Plant = run => run.Replace(Config, "},", "}") },
        new("a word for a boolean", "Configuration", "Write true or false")
        {
            Plant = run => run.Replace(Config, "\"enabled\": true", "\"enabled\": \"maybe\""),
        },
        new("a mistyped key", "Configuration", "the nearest known is")
        {
            Plant = run => run.Replace(Config, "\"zz_defaults\": {", "\"zz_defaults\": { \"dry_rum\": true,"),
            IsWarning = true,
        },
        new("a configuration that is not there", "Configuration", "Name an existing")
        {
            Plant = run => run.Set("KAPPA_CONFIG", run.Folder["elsewhere.json"]),
        },
        new("a configuration that everybody may write", "Configuration", "chmod o-w")
        {
            Plant = run => File.SetUnixFileMode(
                run.Folder[Config], File.GetUnixFileMode(run.Folder[Config]) | UnixFileMode.OtherWrite),
            IsWarning = true,
        },
        new("a secret in the configuration", "Configuration", "chmod 600")
        {
            Plant = run =>
            {
                run.Replace(Config, "{\n", "{ // \"6b1d3e9a-1c1f-4a68-9d0a-2f0f1a7c8e55\"\n");
                File.SetUnixFileMode(
                    run.Folder[Config], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
            },
            IsWarning = true,
        },
        new("no audit script", "Configuration", "Name a readable script")
        {
            Plant = run => run.Delete("config/audit.zsh"),
        },
        new("an audit script without variables", "Configuration", "Correct the template")
        {
            Plant = run => run.Folder.Write("config/audit.zsh", "#!/bin/zsh\nexit 0\n"),
        },
        new("no recipe map", "Recipe map", "Write one there") { Plant = run => run.Delete(RecipeMap) },
        new("a broken recipe map", "Recipe map", "Mend the file")
        {
            Plant = run => run.Folder.Write(RecipeMap, "{"),
        },
        new("one name for both variants", "Recipe map", "a name of its own")
        {
            Plant = run => run.Replace(RecipeMap, "Firefox (Pilot)", "Firefox"),
        },
        new("one name for two recipes", "Recipe map", "a name of its own")
        {
            Plant = run => run.Replace(RecipeMap, "{\n  \"F", "{ \"Zen.pkg\": { \"prod_name\": \"Firefox\" },\n  \"F"),
            IsWarning = true,
        },
        new("an unknown enforcement", "Package map", "Use audit_enforce")
        {
            Plant = run => run.Replace(PackageMap, "install_once", "instal_once"),
        },
        new("the placeholder for a tenant", "Tenant", "Put your tenant's name there")
        {
            Plant = run => run.Replace(Config, run.Sandbox.Origin.AbsoluteUri, "TENANT.api.kandji.io"),
        },
        new("a host that is no tenant", "Tenant", "Use the form")
        {
            Plant = run => run.Replace(Config, run.Sandbox.Origin.AbsoluteUri, "acme.kandji.io"),
        },
    ];

    private static IEnumerable<PlantedFault> Secrets =>
    [
        new("no token", "Token", "Store it") { Plant = run => run.Set("KANDJI_TOKEN", null) },
        new("a blank token", "Token", "Store it") { Plant = run => run.Set("KANDJI_TOKEN", " ") },
        new("a token with a space", "Token", "as one word") { Plant = run => run.Set("KANDJI_TOKEN", "two words") },
        new("a token file that is not there", "Token", "let this user read it")
        {
            Plant = run =>
            {
                run.Set("KANDJI_TOKEN", null);
                run.Set("KANDJI_TOKEN_FILE", run.Folder["token"]);
            },
        },
        new("a token file that others can read", "Token", "chmod 600")
        {
            Plant = run =>
            {
                run.Set("KANDJI_TOKEN", null);
                run.Set("KANDJI_TOKEN_FILE", run.Folder.Write("token", CheckRun.Token));
                File.SetUnixFileMode(run.Folder["token"], UnixFileMode.UserRead | UnixFileMode.OtherRead);
            },
            IsWarning = true,
        },
        new("no webhook", "Slack webhook", "Store the webhook")
        {
            Plant = run => run.Set("SLACK_TOKEN", null),
            IsWarning = true,
        },
        new("a webhook without https", "Slack webhook", "Store the webhook")
        {
            Plant = run => run.Set("SLACK_TOKEN", "http://hooks.example.com/services/T0/B0/x"),
            IsWarning = true,
        },
        new("a keychain where there is none", "Keychain", "Set it to false")
        {
            Plant = run => run.Replace(Config, "\"keychain\": false", "\"keychain\": true"),
            IsWarning = true,
        },
        new("a locked keychain", "Keychain", "unlock-keychain")
        {
            Plant = run =>
            {
                run.IsMac = true;
                run.Keychain.Refuses("show-keychain-info", 36);
                run.Replace(Config, "\"keychain\": false", "\"keychain\": true");
            },
        },
        new("the superuser's keychain", "Token", "without sudo")
        {
            Plant = run =>
            {
                (run.IsMac, run.IsRoot) = (true, true);
                run.Keychain.Holds("show-keychain-info", "");
                run.Replace(
                    Config,
                    "\"environment\": true, \"keychain\": false",
                    "\"environment\": false, \"keychain\": true");
                run.Keychain.Holds("KAPPA", "https://hooks.example.com/services/T0/B0/x");
            },
        },
    ];

    private static IEnumerable<PlantedFault> Permissions =>
    [
        new("no tenant at that port", "Connection", "Check the network")
        {
            Plant = run => run.Replace(Config, run.Sandbox.Origin.AbsoluteUri, "http://127.0.0.1:1/"),
        },
        new("a token that the tenant does not know", "Access", "make one in Kandji")
        {
            Plant = run => run.Set("KANDJI_TOKEN", "another-token-12345"),
        },
        Lacking(SandboxStep.List, "List Custom Apps"),
        Lacking(SandboxStep.Get, "Get Custom App"),
        Lacking(SandboxStep.Categories, "List Self Service Categories"),
        Lacking(SandboxStep.Presign, "Upload Custom App"),
        Lacking(SandboxStep.Create, "Create Custom App"),
        Lacking(SandboxStep.Update, "Update Custom App"),
        Lacking(SandboxStep.Blueprints, "List Blueprints"),
        Lacking(SandboxStep.Assign, "Update Blueprint"),
    ];

    private static IEnumerable<PlantedFault> Names =>
    [
        new("a mistyped category in the map", "Categories", "Name one that is in Kandji")
        {
            Plant = run => run.Replace(RecipeMap, "Productivity", "Produktivity"),
            IsWarning = true,
        },
        new("a mistyped category in the configuration", "Categories", "zz_defaults.test_self_service_category")
        {
            Plant = run => run.Replace(Config, "Utilities", "Utilitys"),
            IsWarning = true,
        },
        new("no category that could be used", "Categories", "to one of the tenant's")
        {
            Plant = run =>
            {
                run.Replace(RecipeMap, "Productivity", "Produktivity");
                run.Replace(Config, "\"Apps\"", "\"Applications\"");
            },
        },
        new("a mistyped Blueprint", "Blueprints", "Give a Blueprint's name or id")
        {
            Plant = run => run.Replace(RecipeMap, "Standard", "Standart"),
        },
        new("two apps of a name in the map", "Matching", "Rename or delete all but one")
        {
            Plant = run => run.Sandbox.Tenant.Add(Some.CustomApp("Firefox")),
        },
        new("two apps of another name", "Matching", "Rename or delete all but one")
        {
            Plant = run => run.Sandbox.Tenant.Add(Some.CustomApp("Zoom"), Some.CustomApp("Zoom")),
            IsWarning = true,
        },
        new("a name in another case", "Matching", "Write the name as it is in Kandji")
        {
            Plant = run => run.Replace(PackageMap, "\"Firefox\"", "\"firefox\""),
            IsWarning = true,
        },
    ];

    private static IEnumerable<PlantedFault> Programs =>
    [
        new("a shim without its stub", "Shim", "Put both there")
        {
            Plant = run => run.Delete("shim/io.kandji.kappa.recipe"),
        },
        new("a shim without executable", "Shim", "install") { Plant = run => run.Delete("shim/bin/kappa") },
        new("an executable for another machine", "Shim", "made for this machine")
        {
            Plant = run => run.Program("shim/bin/kappa", "\u00ca\u00fe\u00ba\u00be\0\0"),
        },
        new("an executable of another release", "Shim", "install")
        {
            Plant = run => run.Program("shim/bin/kappa", "#!/bin/sh\necho 1.9.0\n"),
            IsWarning = true,
        },
        new("an AutoPkg that is too old", "AutoPkg", "Install the newest")
        {
            Plant = run => run.Folder.Write("bin/version", "2.3.1\n"),
        },
        new("an AutoPkg that does not run", "AutoPkg", "Run 'autopkg version' by hand")
        {
            Plant = run => run.Delete("bin/version"),
        },
        new("an AutoPkg that does not find the step", "AutoPkg", "RECIPE_SEARCH_DIRS")
        {
            Plant = run => run.Delete("bin/recipe.io.kandji.kappa"),
        },
        new("an older KAPPA that AutoPkg finds first", "AutoPkg", "repo-delete")
        {
            Plant = run => run.Sees(run.Folder.Write("older/KAPPA.recipe", "")),
        },
        new("an AUTOPKG that is no program", "AutoPkg", "unset AUTOPKG")
        {
            Plant = run => run.Set("AUTOPKG", run.Folder["bin/version"]),
        },
    ];

    private static IEnumerable<PlantedFault> Machine =>
    [
        new("a broken schedule", "Homebrew", "Write whole hours")
        {
            Plant = run => run.Replace("config/brew_cron.json", "8", "0"),
        },
        new("no 7-Zip", "Disk images", "apt install 7zip")
        {
            Plant = run => run.Delete("bin/7zz"),
            IsWarning = true,
        },
        new("a file where locks should be", "Lock folder", "Let this user write")
        {
            Plant = run => run.Folder.Write("home/.cache/kappa", ""),
            IsWarning = true,
        },
        new("a file where logs should be", "Log folder", "Let this user write")
        {
            Plant = run => run.Folder.Write("home/.local/state/kappa", ""),
            IsWarning = true,
        },
    ];

    private static PlantedFault Lacking(SandboxStep step, string permission) =>
        new($"a token without {permission}", "Permission", $"\"{permission}\": grant it") { Forbidden = [step] };
}
