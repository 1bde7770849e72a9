namespace Kappa.Configuration;

/// <summary>What a setting, or a variable, holds.</summary>
internal enum SettingType
{
    Text,

    Flag,

    Whole,

    /// <summary>An array of texts, or one text with commas between.</summary>
    Texts,

    /// <summary>The path of a file or folder.</summary>
    Path,

    /// <summary>The path of a script, or its text, which then starts with <c>#!</c>.</summary>
    Script,

    /// <summary>One word of a few.</summary>
    Choice,

    Dict,

    Array,
}

internal static class SettingTypes
{
    /// <summary>The word in documentation tables.</summary>
    public static string Word(this SettingType type) => type switch
    {
        SettingType.Text or SettingType.Choice => "string",
        SettingType.Flag => "bool",
        SettingType.Whole => "integer",
        SettingType.Texts => "string or array",
        SettingType.Path => "path",
        SettingType.Script => "path or text",
        SettingType.Dict => "dict",
        SettingType.Array => "array",
        _ => throw new System.Diagnostics.UnreachableException($"No word for {type}."),
    };
}
