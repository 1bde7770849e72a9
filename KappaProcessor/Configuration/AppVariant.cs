namespace Kappa.Configuration;

/// <summary>Which of the Custom Apps of one recipe is meant.</summary>
internal enum AppVariant
{
    /// <summary>The one for everybody.</summary>
    Prod,

    /// <summary>The one for those who try new versions first.</summary>
    Test,

    /// <summary>The only one, when neither recipe nor map names any.</summary>
    Default,
}

internal static class AppVariants
{
    /// <summary>The word in results and messages: <c>prod</c>, <c>test</c>, <c>default</c>.</summary>
    public static string Word(this AppVariant variant) => variant switch
    {
        AppVariant.Prod => "prod",
        AppVariant.Test => "test",
        AppVariant.Default => "default",
        _ => throw new System.Diagnostics.UnreachableException($"No word for {variant}."),
    };
}
