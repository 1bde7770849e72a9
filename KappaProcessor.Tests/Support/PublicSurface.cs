using System.Reflection;

namespace Kappa.Tests.Support;

/// <summary>What a caller outside can use of some types, one line a member, sorted.</summary>
internal static class PublicSurface
{
    public static IReadOnlyList<string> Of(Assembly assembly, string space) =>
    [
        .. assembly.GetExportedTypes()
            .Where(type => type.Namespace == space)
            .SelectMany(type => Kinds(type).Concat(Members(type)))
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Kinds(Type type) => type.GetInterfaces()
        .Append(type.BaseType ?? typeof(object))
        .Select(kind => $"{type.Name} is {Name(kind)}");

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared =
            BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var made = type.GetConstructors(Declared).Select(one => $"new {type.Name}({Parameters(one)})");
        var called = type.GetMethods(Declared)
            .Where(one => one.GetBaseDefinition().DeclaringType != typeof(object))
            .Select(one => $"{Call(one)} {type.Name}.{one.Name}({Parameters(one)})");
        return made.Concat(called);
    }

    private static string Call(MethodInfo method) =>
        method.IsStatic ? $"static {Name(method.ReturnType)}" : Name(method.ReturnType);

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(one => $"{Name(one.ParameterType)} {one.Name}"));

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
