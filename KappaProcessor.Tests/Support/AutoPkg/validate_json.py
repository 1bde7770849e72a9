"""Prints what is wrong with a document, as JSON: validate_json.py SCHEMA=DOCUMENT

Schemas refer to one another by file name, beside each other."""

import json
import pathlib
import sys

import jsonschema
import referencing

schema_path, _, document_path = sys.argv[1].partition("=")
schema_path = pathlib.Path(schema_path)


def neighbour(uri):
    contents = json.loads(schema_path.with_name(uri).read_text())
    return referencing.Resource.from_contents(contents)


schema = json.loads(schema_path.read_text())
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(
    schema, registry=referencing.Registry(retrieve=neighbour)
)
document = json.loads(pathlib.Path(document_path).read_text())
errors = [
    f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)
]
json.dump({"errors": errors}, sys.stdout)
