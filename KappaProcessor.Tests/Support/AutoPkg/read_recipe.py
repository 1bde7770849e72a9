"""Prints a recipe, or any other property list or YAML, as JSON: read_recipe.py RECIPE"""

import json
import plistlib
import sys

with open(sys.argv[1], "rb") as file:
    if sys.argv[1].endswith((".yaml", ".yml")):
        import yaml

        recipe = yaml.safe_load(file)
    else:
        recipe = plistlib.load(file)

json.dump(recipe, sys.stdout)
