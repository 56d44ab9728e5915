// Texts that would take too long or too much memory.

package import Diagnostics

extension Rule {
  /// More text, formatting or table cells than one file may have.
  package static let tooLarge = Rule(
    "too-large", .error,
    explanation: """
      The text of one file asks for too much: it is too long, has too many table cells, or one paragraph has so many \
      links and emphasis marks that working through them would take minutes. The message says which limit was passed, \
      and where. Ordinary texts of up to two megabytes stay far below all of them.

      An attachment is too large if it has more megabytes than 'max_file_mb' in library.yml allows (100, unless it says \
      otherwise), and a text if it has more kilobytes than 'max_source_kb' (2,048).

      A library is too large if it has more names, stages or cells than 'max_values' (5,000), 'max_stages' (100) and \
      'max_cells' (2,500: personas times stages) allow.

      Split a long text into several files. Put an empty line between paragraphs. Attach a big table as a spreadsheet:

          files: [price-list.xlsx]
      """)
}
