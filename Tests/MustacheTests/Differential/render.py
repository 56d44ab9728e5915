"""Renders templates with chevron (PyPI) for DifferentialTests.swift.

    render.py INPUT OUTPUT

INPUT holds a JSON object a line: {"page": …, "other": …, "data": …}. OUTPUT gets a JSON string a line.
"""

import json
import sys

import chevron


def main():
    with open(sys.argv[1], encoding="utf-8") as lines, open(sys.argv[2], "w", encoding="utf-8") as output:
        for line in lines:
            case = json.loads(line)
            try:
                text = chevron.render(case["page"], case["data"], partials_dict={"other": case["other"]})
            except Exception as error:  # a mistake of chevron's: the templates are sound
                text = "failed: " + repr(error)
            output.write(json.dumps(text) + "\n")


if __name__ == "__main__":
    main()
