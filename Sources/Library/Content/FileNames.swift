// Names that every computer can keep.

/// Which names those are.
package enum FileNames {
  /// False for names that Windows refuses, that hide characters or turn the reading direction around.
  package static func isPortable(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 200, name.last != ".", name.last != " ", name.first != " ",
      !IDForm.isDevice(IDForm.withoutExtension(name))
    else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFD:
        false
      default: !"<>:\"|?*\\/".unicodeScalars.contains(scalar)
      }
    }
  }
}
