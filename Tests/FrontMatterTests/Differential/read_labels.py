"""Reads documents with ruamel.yaml (pure Python, version 1.2) for DifferentialTests.swift.

    read_labels.py DOCUMENTS TREES

DOCUMENTS holds one document per line, in hexadecimal. TREES gets one line for each: the tree that ruamel.yaml sees, all
texts as they are, in the words of `LabelsTree.swift`; or, for what it refuses, "refused" and the first line of why.

Where ruamel.yaml is known to differ from the specification of YAML 1.2, a document is answered with "differs" and why;
nothing is learnt from it. The list is `known_difference`.
"""

import re
import sys

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

ABSENT = ("", "~", "null", "Null", "NULL")


# What it refuses and YAML 1.2 allows, by what it says.
STRICTER = (
    # The end of a document may stand without a document before it.
    ("expected the node content, but found '<document end>'", "an empty document"),
    # Only empty lines above a text may not be indented deeper than it is; here, those indented less count too.
    ("more indented follow up line than first in a block scalar", "empty lines above a text"),
)


def known_difference(text):
    # A line break is "\n", "\r\n" or "\r" in YAML 1.2; these three are not, but are taken for one (as in YAML 1.1).
    if re.search("[\x85\u2028\u2029]", text):
        return "line breaks of YAML 1.1"
    return None


def escaped(text):
    return "".join(
        character
        if 0x20 <= ord(character) < 0x7F and character not in "\\\"'"
        else "\\u{%X}" % ord(character)
        for character in text
    )


def tree(node):
    if isinstance(node, ScalarNode):
        if node.style is None and node.value in ABSENT:
            return "nothing"
        return "'" + escaped(node.value) + "'"
    if isinstance(node, SequenceNode):
        return "[" + ", ".join(tree(item) for item in node.value) + "]"
    if isinstance(node, MappingNode):
        entries = []
        for name, value in node.value:
            if not isinstance(name, ScalarNode):
                raise YAMLError("a name that is no text")
            entries.append(escaped(name.value) + ": " + tree(value))
        return "{" + ", ".join(entries) + "}"
    raise YAMLError("unexpected node")


def answer(data):
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return "differs: not UTF-8"
    difference = known_difference(text)
    if difference:
        return "differs: " + difference
    try:
        # The plain scanner: the one that keeps a document's form marks folded lines within the text.
        node = YAML(typ="safe", pure=True).compose(text)
        result = "{}" if node is None else tree(node)
        return "{}" if result == "nothing" else result
    except (YAMLError, RecursionError) as error:
        # White space within a text, on an empty line and before a token may be tabs; here it often may not.
        if "\t" in text:
            return "differs: tabs"
        reason = " ".join(str(error).split())
        for phrase, name in STRICTER:
            if phrase in reason:
                return "differs: " + name
        return "refused: " + reason[:200]
    except Exception as error:  # a mistake of the reader, not of the document
        return "differs: " + type(error).__name__


def main():
    with open(sys.argv[1], encoding="ascii") as documents, open(
        sys.argv[2], "w", encoding="ascii", errors="backslashreplace"
    ) as trees:
        for line in documents:
            trees.write(answer(bytes.fromhex(line.strip())) + "\n")


if __name__ == "__main__":
    main()
