"""What AutoPkg makes of a child recipe by the time it comes to its only step, so that tests need no AutoPkg."""

import plistlib
import re

REFERENCE = re.compile(r"%(?P<key>[a-zA-Z_][a-zA-Z_0-9]*)%")


def load(path):
    with open(path, "rb") as file:
        if path.endswith(".yaml"):
            import yaml

            return yaml.safe_load(file)
        return plistlib.load(file)


def put(env, key, value):
    def replaced(item):
        if isinstance(item, str):
            try:
                # A value that is no text is a TypeError, as in AutoPkg.
                return REFERENCE.sub(lambda match: env[match.group("key")], item)
            except KeyError:
                return item
        if isinstance(item, list):
            return [replaced(one) for one in item]
        return item

    env[key] = replaced(value)


def environment(*recipes, **known):
    """Of recipes from the oldest to the youngest, the last of which runs."""
    env = dict(known, RECIPE_PATH=recipes[-1])
    steps = []
    for path in recipes:
        recipe = load(path)
        env.update(recipe["Input"])
        steps += recipe.get("Process", [])
    for key, value in list(env.items()):
        put(env, key, value)
    for step in steps:
        for key, value in step.get("Arguments", {}).items():
            put(env, key, value)
    return env
