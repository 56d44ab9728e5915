// JSON Schema, draft 2020-12, as Python's jsonschema understands it: a reader that shares nothing with ours.

import Foundation

package enum JSONSchema {
  private static let python = Project.root + "/.build/test-tools/bin/python3"

  package static let isInstalled: Bool =
    FileManager.default.isExecutableFile(atPath: python)
    && (try? run(python, ["-c", "import jsonschema, referencing, rpds"]).status) == 0

  /// What is wrong with a document, with the schema itself, or with either as JSON (a name twice included); each a line
  /// such as "$.resources[3].reviewed: 'soon' is not a 'date'".
  package static func problems(document: String, schema: String) throws -> [String] {
    let result = try run(python, ["-c", script, document, schema])
    guard result.status == 0 else { throw HarnessError("jsonschema failed: \(result.errors)") }
    return result.output.split(separator: "\n").map(String.init)
  }

  private static let script = """
    import json, sys
    from jsonschema import Draft202012Validator as Validator
    from jsonschema.exceptions import SchemaError

    def once(pairs):
        names = [name for name, _ in pairs]
        for name in set(names):
            if names.count(name) > 1:
                print(f"the name '{name}' stands twice in one object")
        return dict(pairs)

    def read(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file, object_pairs_hook=once)

    try:
        document, schema = read(sys.argv[1]), read(sys.argv[2])
        Validator.check_schema(schema)
        if schema.get("$schema") != Validator.META_SCHEMA["$id"]:
            print(f"the schema is not of draft 2020-12: {schema.get('$schema')}")
        for error in Validator(schema, format_checker=Validator.FORMAT_CHECKER).iter_errors(document):
            print(f"{error.json_path}: {error.message[:300]}".replace("\\n", " "))
    except SchemaError as error:
        print(f"the schema is wrong at {error.json_path}: {error.message[:300]}".replace("\\n", " "))
    except (ValueError, OSError) as error:
        print(f"unreadable: {error}")
    """
}
