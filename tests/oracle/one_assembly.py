"""one_assembly.py OUT: changes the copies of Elsa's files where one assembly instead of fifteen needs it."""
import pathlib
import re
import sys

out = pathlib.Path(sys.argv[1])
files = [f for f in (out / "src").rglob("*.cs") if "obj" not in f.parts]
text = {f: f.read_text(encoding="utf-8-sig") for f in files}

# Which module a class is of.
modules = {}
for f in files:
    for name in re.findall(r"\bclass (\w+)", text[f]):
        modules.setdefault(name, f.relative_to(out / "src").parts[0])
(out / "ModuleOf.cs").write_text(
    "public static class ModuleOf { static readonly Dictionary<string, string> All = new() {"
    + ",".join(f'["{name}"]="{module}"' for name, module in modules.items())
    + "}; public static string Of(Type type) => All.GetValueOrDefault(type.Name.Split((char)96)[0], \"?\"); }")

for f in files:
    s = re.sub(r"static class (\w*Extensions)\b", r"static partial class \1", text[f])
    s = s.replace("using DEDrake;", "").replace("Module.AddFastEndpointsAssembly<JavaScriptFeature>();", "")
    if f.name == "DependencyInjectionExtensions.cs" and "Elsa.Mediator" in f.parts:
        s = s.replace("services.AddHandlersFromInternal<TService>(assemblyMarkerType.Assembly);", "services.AddHandlersFromInternal<TService>(assemblyMarkerType.Assembly, assemblyMarkerType);")
        s = s.replace("services.AddHandlersFrom(markerType.Assembly);",
                      "services.AddHandlersFromInternal<INotificationHandler>(markerType).AddHandlersFromInternal<IRequestHandler>(markerType).AddHandlersFromInternal<ICommandHandler>(markerType);")
        s = s.replace("AddHandlersFromInternal<TService>(this IServiceCollection services, Assembly assembly)", "AddHandlersFromInternal<TService>(this IServiceCollection services, Assembly assembly, Type? marker = null)")
        s = s.replace(".Where(x => serviceType.IsAssignableFrom(x));",
                      ".Where(x => serviceType.IsAssignableFrom(x) && x is { IsAbstract: false, IsInterface: false } && (marker == null || global::ModuleOf.Of(x) == global::ModuleOf.Of(marker)));")
    if "Elsa.Tenants" in f.parts and f.name == "ModuleExtensions.cs":
        at = s.index("TenantManagementEndpointsFeature")
        s = s[:s.rindex("    public static", 0, at)] + s[s.index("    }", at) + 6:]
    f.write_text(s)
(out / "src/Elsa.Tenants/Features/TenantManagementEndpointsFeature.cs").unlink()
