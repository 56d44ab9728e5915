// The one rule of this module: labels that cannot be read as written.

package import Diagnostics

extension Rule {
  /// Labels that cannot be read, or could be read in more than one way.
  package static let labelSyntax = Rule(
    "label-syntax", .error, isFixed: true,
    explanation: """
      The labels at the top of a file are not written in a way that can be read without guessing. Nothing is guessed: \
      a label that was misread could show a wrong price or hide a file from the people it is for.

      Labels stand between two lines of three dashes, at the very top of the file. Each is a name, a colon, a space \
      and a value:

          ---
          title: What a stopped line costs
          personas: [plant-leader, cfo]
          stages:
            - awareness
            - consideration
          summary: >
            A longer text may go on over several lines,
            each of them indented.
          ---

      Most of these mistakes are mended with quotes. A text needs them around it when it holds a colon and a space, or \
      a space and a '#'; when it starts with one of @ ` % & * ! | > [ ] { } , ? - # or a quote; and, within square \
      brackets, when it holds a comma:

          title: "ROI: the sheet"
          title: "Sheet #1"
          keywords: ["Halle, Leipzig", "@work"]

      Within "these quotes" a backslash is written twice; within 'these', an apostrophe is. Indent with spaces, never \
      with a tab, and start all labels of one group in the same column. Each name may stand only once. Names for values \
      to be used again (& and *), type marks (!), and more than one set of labels in a file are not understood: write \
      each value out where it belongs.
      """)
}
