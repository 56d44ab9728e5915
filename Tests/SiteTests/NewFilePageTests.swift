// Where a git host makes a new file, told from where it edits one.

import Site
import Testing

@Suite("A git host's page for a new file")
struct NewFilePageTests {
  @Test(
    "is known for what is shaped as GitHub's and GitLab's addresses are",
    arguments: [
      (
        "https://github.com/acme/library/edit/main/{path}",
        "https://github.com/acme/library/new/main filename value GitHub"
      ),
      (
        "https://github.com/acme/library/edit/main/marketing/{path}",
        "https://github.com/acme/library/new/main/marketing filename value GitHub"
      ),
      ("https://git.acme.example/a/edit/edit/main/{path}", "https://git.acme.example/a/edit/new/main filename value -"),
      (
        "https://gitlab.com/acme/team/library/-/edit/main/{path}",
        "https://gitlab.com/acme/team/library/-/new/main file_name content GitLab"
      ),
      (
        "https://git.acme.example/g/p/-/edit/main/x/{path}",
        "https://git.acme.example/g/p/-/new/main/x file_name content -"
      ),
      ("http://localhost:3000/o/r/edit/main/{path}", "http://localhost:3000/o/r/new/main filename value -"),
    ])
  func known(pattern: String, expected: String) {
    let page = NewFilePage(editURL: pattern)
    let found = page.map {
      [$0.address, $0.nameParameter, $0.textParameter, $0.hostName ?? "-"].joined(separator: " ")
    }
    #expect(found == expected)
  }

  @Test(
    "is not guessed for others",
    arguments: [
      "https://git.example.com/library/edit/main/{path}", "https://codeberg.org/o/r/_edit/main/{path}",
      "https://bitbucket.org/o/r/src/main/{path}?mode=edit", "https://github.com/o/r/blob/main/{path}",
      "https://github.com/o/r/edit/{path}", "https://gitlab.com/g/p/-/edit/{path}", "https://x.example/?file={path}",
      "https://github.com/o//edit/main/{path}", "https://github.com/o/r/edit/main/{path}#L1",
    ])
  func unknown(pattern: String) {
    #expect(NewFilePage(editURL: pattern) == nil)
  }
}
