// Addresses that run something, or open what is on the reader's own disk.

package import Diagnostics

extension Rule {
  /// An address that could run a script, open a file or call another program.
  package static let unsafeLink = Rule(
    "unsafe-link", .error, isFixed: true,
    explanation: """
      A link or image leads to an address that could run a script or open something on the reader's computer \
      ('javascript:', 'data:', 'file:' and the like). It is shown as plain text only. Allowed are addresses that begin \
      with 'https://', 'http://', 'mailto:' or 'tel:', paths to files of this library, and '#heading'.

      Link to a file by its path, from the folder of the text; one with a colon in its name needs './' before it:

          [Price list](../files/price-list.xlsx)
      """)
}
