// What can be asked of the label editor, and why it may decline.

package import Diagnostics

/// One change to the labels of one file.
package enum LabelChange: Sendable, Equatable {
  case set(String, to: LabelSetting)
  case remove(String)

  /// The label that changes.
  package var name: String {
    switch self {
    case .set(let name, _), .remove(let name): name
    }
  }
}

/// What a label is set to.
package enum LabelSetting: Sendable, Equatable {
  case text(String)
  /// A list of one keeps standing without brackets where its label did.
  case list([String])
}

/// Why a file is left as it is.
package enum LabelEditRefusal: Error, Sendable, Equatable {
  /// Its labels cannot be read for certain: the first thing that is wrong with them.
  case unreadable(Problem)
  /// They are written in a way in which this label cannot be changed without touching another.
  case entangled(label: String, file: String)
}

extension LabelEditRefusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let problem): "the labels of '\(problem.file)' cannot be read: \(problem.message)"
    case .entangled(let label, let file): "'\(label)' of '\(file)' is written in a way that only a person can change"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .unreadable: "'shelfmark check' shows the place; mend it first"
    case .entangled: "change it in the file itself"
    }
  }
}
