"""As much of the command autopkg as documented commands use: run and make-override, on recipes that copy a package
and end with the processor KAPPA. Other verbs are taken note of, and do nothing.

Preferences are in ~/.config/Autopkg/config.json, where AutoPkg for Linux has them.
"""

import argparse
import importlib.util
import json
import pathlib
import plistlib
import re
import shutil
import sys

from autopkglib import ProcessorError

SUFFIXES = (".recipe", ".recipe.plist", ".recipe.yaml")
IDLE = ("audit", "processor-info", "repo-add", "repo-update", "update-trust-info", "verify-trust-info")
HOME = pathlib.Path.home()


def preferences():
    path = HOME / ".config/Autopkg/config.json"
    return json.loads(path.read_text()) if path.is_file() else {}


def read(path):
    if path.suffix == ".yaml":
        import yaml

        return yaml.safe_load(path.read_text())
    return plistlib.loads(path.read_bytes())


def all_recipes(folders):
    """As AutoPkg: a folder itself, and one level below."""
    for folder in map(pathlib.Path, folders):
        for pattern in ("*", "*/*"):
            for path in sorted(folder.glob(pattern)):
                if path.name.endswith(SUFFIXES):
                    yield path, read(path)


def find(name, folders):
    if pathlib.Path(name).is_file():
        return pathlib.Path(name).absolute(), read(pathlib.Path(name))
    for path, recipe in all_recipes(folders):
        if name in (re.sub(r"\.recipe(\.plist|\.yaml)?$", "", path.name), recipe["Identifier"]):
            return path.absolute(), recipe
    sys.exit(f"No valid recipe found for {name}")


def resolve(recipe, folders):
    """Input and steps of a recipe on top of its parents'."""
    if "ParentRecipe" not in recipe:
        return dict(recipe.get("Input", {})), list(recipe.get("Process", []))
    _, parent = find(recipe["ParentRecipe"], folders)
    inputs, steps = resolve(parent, folders)
    return {**inputs, **recipe.get("Input", {})}, steps + recipe.get("Process", [])


def substituted(value, env):
    if isinstance(value, str):
        return re.sub(r"%(\w+)%", lambda match: env.get(match[1], match[0]), value)
    if isinstance(value, dict):
        return {key: substituted(one, env) for key, one in value.items()}
    return value


def copy_package(env):
    folder = HOME / "Library/AutoPkg/Cache"
    folder.mkdir(parents=True, exist_ok=True)
    env["pkg_path"] = shutil.copy(env["source_pkg"], folder)


def kappa(env, folders):
    shim, _ = find("io.kandji.kappa", folders)
    spec = importlib.util.spec_from_file_location("KAPPA", shim.with_name("KAPPA.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.KAPPA(env).process()


def run(arguments):
    parser = argparse.ArgumentParser(prog="autopkg run")
    parser.add_argument("recipes", nargs="*")
    parser.add_argument("-v", "--verbose", action="count", default=0)
    parser.add_argument("-k", "--key", action="append", default=[])
    parser.add_argument("--post", action="append", default=[])
    parser.add_argument("-d", "--search-dir", action="append", default=[])
    parser.add_argument("-l", "--recipe-list")
    parser.add_argument("--report-plist")
    options = parser.parse_args(arguments)
    prefs = preferences()
    folders = [*prefs.get("RECIPE_OVERRIDE_DIRS", [HOME / "Library/AutoPkg/RecipeOverrides"])]
    folders += options.search_dir + prefs.get("RECIPE_SEARCH_DIRS", ["."])
    names = options.recipes
    if options.recipe_list:
        names = [line for line in pathlib.Path(options.recipe_list).read_text().split("\n") if line[:1] not in ("", "#")]
    failures = [name for name in names if not run_recipe(name, folders, options)]
    if failures:
        print("The following recipes failed:", *failures, sep="\n    ")
        sys.exit(70)


def run_recipe(name, folders, options):
    path, recipe = find(name, folders)
    inputs, steps = resolve(recipe, folders)
    env = {**inputs, "RECIPE_PATH": str(path), "verbose": options.verbose}
    env.update(pair.split("=", 1) for pair in options.key)
    for key, value in list(env.items()):
        env[key] = substituted(value, env)
    for step in steps + [{"Processor": processor} for processor in options.post]:
        env.update(substituted(step.get("Arguments", {}), env))
        try:
            if step["Processor"] == "PkgCopier":
                copy_package(env)
            else:
                assert step["Processor"] == "io.kandji.kappa/KAPPA", step
                kappa(env, folders)
        except ProcessorError as problem:
            print(f"Failed: {problem}")
            return False
    for key, summary in env.items():
        if key.endswith("_summary_result") and summary:
            print(summary["summary_text"], *summary["data"].values(), sep="\n    ")
    return True


def info(arguments):
    path, _ = find(arguments[-1], preferences().get("RECIPE_SEARCH_DIRS", ["."]))
    print(f"Recipe file path:    {path}")


def make_override(arguments):
    prefs = preferences()
    name = next(argument for argument in arguments if not argument.startswith("-"))
    folders = prefs.get("RECIPE_SEARCH_DIRS", ["."])
    path, recipe = find(name, folders)
    short = path.name.split(".recipe")[0]
    override = {
        "Identifier": f"local.{short}",
        "Input": resolve(recipe, folders)[0],
        "ParentRecipe": recipe["Identifier"],
    }
    folder = HOME / "Library/AutoPkg/RecipeOverrides"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{short}.recipe").write_bytes(plistlib.dumps(override))


verb, *rest = sys.argv[1:]
if verb == "run":
    run(rest)
elif verb == "make-override":
    make_override(rest)
elif verb == "info":
    info(rest)
elif verb == "version":
    print("2.9.1")
else:
    assert verb in IDLE, verb
