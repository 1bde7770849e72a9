using Kappa.Tenant.Models;

namespace Kappa.Configuration;

/// <summary>Untyped values of a recipe or of a map's entry → <see cref="StatedSettings"/>.</summary>
internal static class StatedSettingsReader
{
    public static StatedSettings Read(SettingReader reader)
    {
        UnknownKeys.Check(reader, StatedKeys.All);
        return new StatedSettings
        {
            Prod = ReadVariant(reader, StatedKeys.Prod),
            Test = ReadVariant(reader, StatedKeys.Test),
            PreinstallScript = reader.Script(StatedKeys.PreinstallScript),
            PostinstallScript = reader.Script(StatedKeys.PostinstallScript),
            Restart = reader.Flag(StatedKeys.Restart),
            Active = reader.Flag(StatedKeys.Active),
            SelfServiceRecommended = reader.Flag(StatedKeys.SelfServiceRecommended),
            ShowInSelfService = reader.Flag(StatedKeys.ShowInSelfService),
            UnzipLocation = reader.AbsolutePath(StatedKeys.UnzipLocation),
        };
    }

    private static StatedVariant ReadVariant(SettingReader reader, VariantKeys keys) => new()
    {
        Name = ReadName(reader, keys.Name),
        Category = reader.Text(keys.Category),
        Enforcement = ReadEnforcement(reader, keys.Enforcement),
        DelayDays = reader.Whole(keys.Delay, Defaults.LongestDelayDays),
        Blueprints = reader.Texts(keys.Blueprints),
    };

    private static string? ReadName(SettingReader reader, SettingKey key)
    {
        var name = reader.Text(key);
        if (name is not null && AppNameRule.Check(name) is { } objection)
        {
            reader.Complain(key.Name, objection.Fault, objection.Remedy);
        }

        return name;
    }

    /// <summary>
    /// KAPPA went on with the configured value after an unknown word in a recipe, and so do we; a map is a
    /// file of the administrator's, where a typing error must not change how software is enforced.
    /// </summary>
    private static Enforcement? ReadEnforcement(SettingReader reader, SettingKey key)
    {
        if (!reader.Rules.Loose)
        {
            return Enforcement.TryParse(reader.Word(key, word => Enforcement.TryParse(word) is not null));
        }

        var word = reader.Text(key);
        var enforcement = Enforcement.TryParse(word);
        if (word is not null && enforcement is null)
        {
            reader.Warn(
                key.Name,
                $"is '{word}', not {Words.OneOf(key.Words)}; the configured value is used instead");
        }

        return enforcement;
    }
}
