// The files that a new library brings for GitHub and GitLab: read by an independent reader of YAML, of the shape their
// hosts ask for, and their lines run as the hosts run them, with stand-ins for what only a host has. That a real host
// accepts them is not tested here: its schema is not at hand.

import Foundation
import TestSupport
import Testing

@Suite("CI examples", .needs(.ruamel))
struct CIExampleTests {
  private static let library = Result { () throws -> TemporaryFolder in
    let folder = try TemporaryFolder()
    _ = try run(Project.shelfmark, ["init", "."], in: folder.path)
    return folder
  }

  private func read(_ name: String) throws -> JSON {
    let python = try #require(Project.tool("python"))
    let script = "import sys, json, ruamel.yaml as r; print(json.dumps(r.YAML(typ='safe').load(open(sys.argv[1]))))"
    let result = try run(python, ["-c", script, Self.library.get().path + "/" + name])
    #expect(result.status == 0, "\(result.errors)")
    return try JSON(parsing: result.output)
  }

  private static let gitHubName = ".github/workflows/library.yml"
  private static let gitLabName = ".gitlab-ci.yml"

  @Test("docs/ci.md shows them as they are", arguments: [gitHubName, gitLabName])
  func documented(name: String) throws {
    let document = try String(contentsOfFile: Project.root + "/docs/ci.md", encoding: .utf8)
    let text = try #require(try Self.library.get().read(name))
    #expect(document.contains("```yaml\n\(text)```\n"), "docs/ci.md shows another \(name)")
  }

  @Test("GitHub's has jobs with a runner and steps that either use or run something")
  func gitHubShape() throws {
    let workflow = try read(Self.gitHubName)
    #expect(Set(workflow.fields.keys) == ["name", "on", "permissions", "env", "jobs"])
    #expect(Set(workflow["on"].fields.keys) == ["pull_request", "push"])
    #expect(workflow["on"]["push"]["branches"].strings == ["main"])
    #expect(workflow["permissions"] == ["contents": "read"], "jobs ask for more one by one")
    #expect(Set(workflow["jobs"].fields.keys) == ["check", "publish"])
    let known = Set(["name", "id", "if", "uses", "with", "run", "env"])
    for (name, job) in workflow["jobs"].fields {
      #expect(job["runs-on"] == "ubuntu-latest" && job["if"].string != nil, "\(name)")
      let ids = job["steps"].array.compactMap { $0["id"].string }
      #expect(Set(ids).count == ids.count)
      for step in job["steps"].array {
        #expect(Set(step.fields.keys).isSubset(of: known), "\(step)")
        #expect((step["uses"] == .null) != (step["run"] == .null), "\(step)")
        if let action = step["uses"].string { #expect(action.contains(/^actions\/[a-z-]+@v\d+$/)) }
        let text = step.serialized
        #expect(text.components(separatedBy: "${{").count == text.components(separatedBy: " }}").count, "\(text)")
        for id in text.matches(of: /steps\.(\w+)\./) { #expect(ids.contains(String(id.output.1))) }
      }
      // What a text of somebody's own reaches a shell through is the environment, never the script itself.
      expectNone(job["steps"].array.compactMap { $0["run"].string }.filter { $0.contains("${{") })
    }
    let publish = workflow["jobs"]["publish"]
    #expect(publish["if"].string?.contains("vars.SHELFMARK_PUBLISH == 'pages'") == true)
    #expect(publish["permissions"]["pages"] == "write" && publish["permissions"]["id-token"] == "write")
  }

  @Test("GitLab's has jobs with lists of commands, and artifacts of known kinds")
  func gitLabShape() throws {
    let pipeline = try read(Self.gitLabName)
    #expect(Set(pipeline.fields.keys) == ["workflow", "default", ".shelfmark", "check", "pages"])
    let known = Set(["extends", "rules", "variables", "before_script", "script", "after_script", "artifacts"])
    for name in [".shelfmark", "check", "pages"] {
      let job = pipeline[name]
      #expect(Set(job.fields.keys).isSubset(of: known), "\(name)")
      for part in ["before_script", "script", "after_script"] where job[part] != .null {
        #expect(job[part].strings.count == job[part].array.count, "\(name).\(part): a command became something else")
      }
    }
    #expect(pipeline["check"]["artifacts"]["reports"]["codequality"] == "gl-code-quality-report.json")
    #expect(pipeline["pages"]["artifacts"]["paths"].strings == ["public"])
    #expect(pipeline["pages"]["rules"][0]["if"].string?.contains("$SHELFMARK_PUBLISH == \"pages\"") == true)
  }

  @Test("every command they give Shelfmark is one it has, with options it knows")
  func commands() throws {
    for name in [Self.gitHubName, Self.gitLabName] {
      let text = try #require(try Self.library.get().read(name))
      let lines = text.matches(of: /(?m)shelfmark ((?:check|build|diff|report|new|init)\b[^>|&\n]*)/).map {
        $0.output.1.split(separator: " ").map(String.init)
      }
      #expect(lines.count >= 4)
      for line in lines {
        let help = try run(Project.shelfmark, [line[0], "--help"])
        #expect(help.status == 0, "\(name): there is no '\(line[0])'")
        for option in line where option.hasPrefix("--") { #expect(help.output.contains(option), "\(line)") }
      }
    }
  }

  // MARK: Run as a host runs them

  /// A repository with a sound library, a change on a branch, and the merge that a host makes of both; and stand-ins for
  /// what only the host has, which note what they were asked.
  private struct Host {
    let folder: TemporaryFolder
    var environment: [String: String]

    init(change: (path: String, text: String)) throws {
      folder = try TemporaryFolder()
      let bin = folder.path + "/bin"
      environment = [
        "PATH": bin + ":/usr/bin:/bin", "RUNNER_TEMP": folder.path + "/temp", "HOME": folder.path,
        "GITHUB_PATH": folder.path + "/path", "GITHUB_STEP_SUMMARY": folder.path + "/summary",
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.example",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.example",
      ]
      let sum = try run("/usr/bin/sha256sum", [Project.shelfmark]).output.prefix(64)
      environment["SHELFMARK_URL"] = "file://" + Project.shelfmark
      environment["SHELFMARK_SHA256"] = String(sum)
      try folder.write("temp/.keep", "")
      for (name, script) in [
        "gh": "printf '%s\\n' \"$*\" >> \"$HOME/asked\"",
        "apt-get": "exit 0",
        "jq": "cat > /dev/null",
      ] { try install(name, script) }
      _ = try bash("git init -q lib && cd lib && git checkout -qb main && '\(Project.shelfmark)' init . > /dev/null")
      _ = try bash(
        "cd lib && rm -f .git/hooks/pre-commit && git add . && git commit -qm Start && git checkout -qb change")
      try folder.write("lib/" + change.path, change.text)
      _ = try bash(
        "cd lib && git add . && git commit -qm Change && git checkout -q main && git merge -q --no-ff change")
    }

    func install(_ name: String, _ script: String) throws {
      // By a program that ends: a file that another thread's child still holds open for writing cannot be run.
      let written = try run(
        "/bin/sh",
        [
          "-c", "mkdir -p bin && printf '%s\\n' \"$1\" >\"$0\" && chmod 755 \"$0\"", "bin/" + name,
          "#!/bin/sh\n" + script,
        ], in: folder.path)
      #expect(written.status == 0, "\(written.errors)")
    }

    func bash(_ script: String, with more: [String: String] = [:]) throws -> CommandResult {
      var environment = environment.merging(more) { $1 }
      let added = folder.read("path")?.split(separator: "\n").joined(separator: ":") ?? ""
      environment["PATH"] = added + ":" + (environment["PATH"] ?? "")
      return try run(
        "/bin/bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], in: folder.path,
        environment: environment)
    }
  }

  private static let sound = (
    "content/resources/new-sheet.md",
    """
    ---
    title: A new sheet
    summary: A sheet that a test adds, with a summary that is long enough.
    type: one-pager
    personas: [it-leader]
    stages: [decision]
    reviewed: 2026-03-01
    ---

    Text.

    """
  )
  private static let broken = ("content/resources/new-sheet.md", sound.1.replacing("[it-leader]", with: "[it-laeder]"))

  @Test(
    "GitHub's steps check, build a preview and comment; with a mistake too", .needs(.git), arguments: [true, false])
  func runsGitHub(isSound: Bool) throws {
    let host = try Host(change: isSound ? Self.sound : Self.broken)
    let job = try read(Self.gitHubName)["jobs"]["check"]
    var failed: [String] = []
    for step in job["steps"].array {
      guard let script = step["run"].string else { continue }
      var own = step["env"].fields.compactMapValues(\.string)
      own["PREVIEW"] = "https://host.example/preview"
      let result = try host.bash("cd lib\n" + script, with: own)
      if result.status != 0 { failed.append((step["name"].string ?? "") + ": " + result.output + result.errors) }
    }
    #expect(failed.count == (isSound ? 0 : 1), "\(failed)")
    #expect(failed.allSatisfy { $0.hasPrefix("Check: ") && $0.contains("it-laeder") }, "\(failed)")
    #expect(host.folder.read("lib/site/coverage.html") != nil, "the preview helps most where the check has failed")
    #expect((host.folder.read("lib/site/resources/new-sheet.html") != nil) == isSound)
    let comment = try #require(host.folder.read("temp/comment.md"))
    #expect(comment.hasPrefix("<!-- shelfmark -->\n") && comment.contains("(https://host.example/preview)"))
    #expect(comment.contains("A new sheet") || !isSound, "\(comment)")
    #expect(host.folder.read("summary")?.hasSuffix(comment) == true)
    let asked = try #require(host.folder.read("asked"))
    #expect(asked.contains("--method POST") && asked.contains("body=@"), "\(asked)")
  }

  @Test(
    "GitLab's script checks, builds a preview, comments and ends as the check did", .needs(.git),
    arguments: [true, false])
  func runsGitLab(isSound: Bool) throws {
    let host = try Host(change: isSound ? Self.sound : Self.broken)
    let job = try read(Self.gitLabName)["check"]
    try host.install("shelfmark", "exec '\(Project.shelfmark)' \"$@\"")
    try host.install("curl", "printf '%s\\n' \"$*\" >> \"$HOME/asked\"")
    let base = try host.bash("cd lib && git rev-parse HEAD^1").output.filter { !$0.isNewline }
    let script = "cd lib\n" + job["script"].strings.joined(separator: "\n")
    let result = try host.bash(
      script,
      with: [
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "SHELFMARK_COMMENT": "secret",
        "CI_API_V4_URL": "https://host.example/api",
        "CI_PROJECT_ID": "7", "CI_MERGE_REQUEST_IID": "3",
      ])
    #expect(result.status == (isSound ? 0 : 1), "\(result.output)\(result.errors)")
    #expect(host.folder.read("lib/site/coverage.html") != nil)
    #expect(host.folder.read("lib/comment.md")?.hasPrefix("<!-- shelfmark -->\n") == true)
    _ = try JSON(parsing: #require(host.folder.read("lib/gl-code-quality-report.json")))
    let asked = try #require(host.folder.read("asked"))
    #expect(
      asked.contains("--request POST --data-urlencode body@comment.md https://host.example/api/projects/7"), "\(asked)")
    #expect(!(result.output + result.errors).contains("secret"))
  }
}
