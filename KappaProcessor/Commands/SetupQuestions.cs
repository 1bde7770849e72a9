using Kappa.Configuration;

namespace Kappa.Commands;

/// <summary>What <c>kappa setup</c> asks for, in this order.</summary>
internal static class SetupQuestions
{
    public static SetupQuestion ApiUrl { get; } = new(
        ConfigKeys.ApiUrl, "--api-url", "URL", "API URL of the tenant (Kandji: Settings, Access)");

    public static SetupQuestion TokenName { get; } = new(
        ConfigKeys.TokenName, "--token-name", "NAME", "Name of the API token there");

    public static SetupQuestion Enforcement { get; } = new(
        ConfigKeys.Enforcement, "--enforcement", "TYPE", "How new apps are installed");

    public static SetupQuestion ProdDelay { get; } = new(
        ConfigKeys.ProdDelay, "--prod-delay", "DAYS", "Days until prod apps are enforced, 0 for at once");

    public static SetupQuestion TestDelay { get; } = new(
        ConfigKeys.TestDelay, "--test-delay", "DAYS", "Days until test apps are enforced, 0 for at once");

    public static SetupQuestion Naming { get; } = new(
        ConfigKeys.NewAppNaming, "--new-app-naming", "NAME", "Name of new apps; APPNAME stands for the recipe's name");

    public static SetupQuestion Category { get; } = new(
        ConfigKeys.SelfServiceCategory, "--category", "CATEGORY", "Self Service category of new apps");

    public static SetupQuestion TestCategory { get; } = new(
        ConfigKeys.TestSelfServiceCategory, "--test-category", "CATEGORY", "Self Service category of new test apps");

    public static SetupQuestion DynamicLookup { get; } = new(
        ConfigKeys.DynamicLookup, "--dynamic-lookup", "BOOL",
        "Look for an app by its installer's file name when none has the wanted name");

    public static SetupQuestion RecipeMap { get; } = new(
        ConfigKeys.UseRecipeMap, "--recipe-map", "BOOL", "Take the apps of recipes from recipe_map.json");

    public static SetupQuestion PackageMap { get; } = new(
        ConfigKeys.UsePackageMap, "--package-map", "BOOL",
        "Take the apps of installers given to kappa upload from package_map.json");

    public static SetupQuestion Slack { get; } = new(
        ConfigKeys.SlackEnabled, "--slack", "BOOL", "Tell a Slack channel what was created, updated, or failed");

    public static SetupQuestion WebhookName { get; } = new(
        ConfigKeys.SlackWebhookName, "--webhook-name", "NAME", "Name of the Slack webhook where the token is");

    public static IReadOnlyList<SetupQuestion> All { get; } =
    [
        ApiUrl, TokenName, Enforcement, ProdDelay, TestDelay, Naming, Category, TestCategory, DynamicLookup, RecipeMap,
        PackageMap, Slack, WebhookName,
    ];
}
