// XML files as xmllint reads them: well-formed, and where a schema is given, of its shape. The schemas (RELAX NG) hold
// what RFC 4287, sitemaps.org and OpenSearch 1.1 demand of the parts that a site of ours uses; anything else is a mistake.

import Foundation

package enum XMLChecker {
  package enum Shape: Sendable { case any, atom, sitemap, openSearch, junit }

  /// xmllint's complaints about a file; empty if it has none.
  package static func problems(in file: String, as shape: Shape = .any) throws -> [String] {
    guard let xmllint = Project.tool("xmllint") else { throw HarnessError("xmllint is not installed") }
    var arguments = ["--noout", "--nonet"]
    let folder = try TemporaryFolder()
    if let schema = shape.schema {
      try folder.write("shape.rng", schema)
      arguments += ["--relaxng", folder.path + "/shape.rng"]
    }
    let result = try run(xmllint, arguments + [file])
    guard result.status != 0 else { return [] }
    return result.errors.split(separator: "\n").map(String.init)
  }
}

extension XMLChecker.Shape {
  fileprivate var schema: String? {
    switch self {
    case .any: nil
    case .atom: Self.grammar("http://www.w3.org/2005/Atom", Self.atomBody)
    case .sitemap: Self.grammar("http://www.sitemaps.org/schemas/sitemap/0.9", Self.sitemapBody)
    case .openSearch: Self.grammar("http://a9.com/-/spec/opensearch/1.1/", Self.openSearchBody)
    case .junit: Self.grammar("", Self.junitBody)
    }
  }

  private static func grammar(_ namespace: String, _ body: String) -> String {
    """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="\(namespace)"
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
    \(body)
    <define name="common">
      <optional><attribute name="lang" ns="http://www.w3.org/XML/1998/namespace"><text/></attribute></optional>
    </define>
    <define name="address"><data type="anyURI"><param name="pattern">(https?|urn|tag|mailto|file):.+</param></data></define>
    <define name="words"><data type="string"><param name="pattern">[\\s\\S]*\\S[\\s\\S]*</param></data></define>
    </grammar>
    """
  }

  private static let atomBody = """
    <start><element name="feed"><ref name="common"/><interleave>
      <ref name="head"/>
      <optional><element name="subtitle"><ref name="typed"/></element></optional>
      <optional><element name="generator"><zeroOrMore><attribute><anyName/></attribute></zeroOrMore><text/></element></optional>
      <optional><element name="author"><ref name="person"/></element></optional>
      <zeroOrMore><element name="entry"><interleave>
        <ref name="head"/>
        <optional><element name="summary"><ref name="typed"/></element></optional>
        <optional><element name="content"><ref name="typed"/></element></optional>
        <optional><element name="published"><ref name="instant"/></element></optional>
        <zeroOrMore><element name="author"><ref name="person"/></element></zeroOrMore>
        <zeroOrMore><element name="category"><oneOrMore><attribute><anyName/></attribute></oneOrMore><empty/></element></zeroOrMore>
      </interleave></element></zeroOrMore>
    </interleave></element></start>
    <define name="head"><interleave>
      <element name="id"><ref name="address"/></element>
      <element name="title"><ref name="typed"/></element>
      <element name="updated"><ref name="instant"/></element>
      <oneOrMore><element name="link">
        <attribute name="href"><ref name="address"/></attribute>
        <optional><attribute name="rel"/></optional><optional><attribute name="type"/></optional>
        <optional><attribute name="title"/></optional><optional><attribute name="length"/></optional>
        <optional><attribute name="hreflang"/></optional><empty/>
      </element></oneOrMore>
    </interleave></define>
    <define name="typed">
      <optional><attribute name="type"><choice><value>text</value><value>html</value></choice></attribute></optional>
      <ref name="words"/>
    </define>
    <define name="person"><interleave>
      <element name="name"><ref name="words"/></element>
      <optional><element name="email"><ref name="words"/></element></optional>
      <optional><element name="uri"><ref name="address"/></element></optional>
    </interleave></define>
    <define name="instant">
      <data type="dateTime"><param name="pattern">[^.]+(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})</param></data>
    </define>
    """

  private static let sitemapBody = """
    <start><element name="urlset"><oneOrMore><element name="url"><interleave>
      <element name="loc"><ref name="address"/></element>
      <optional><element name="lastmod"><choice><data type="date"/><data type="dateTime"/></choice></element></optional>
      <optional><element name="changefreq"><text/></element></optional>
      <optional><element name="priority"><data type="decimal"/></element></optional>
    </interleave></element></oneOrMore></element></start>
    """

  /// As Jenkins reads it; the attributes that others added are left out.
  private static let junitBody = """
    <start><element name="testsuites"><ref name="counts"/><oneOrMore><element name="testsuite">
      <ref name="counts"/><optional><attribute name="skipped"><ref name="count"/></attribute></optional>
      <oneOrMore><element name="testcase">
        <attribute name="name"><ref name="words"/></attribute><attribute name="classname"><ref name="words"/></attribute>
        <optional><choice>
          <element name="skipped"><attribute name="message"/><text/></element>
          <element name="failure"><attribute name="type"/><attribute name="message"/><text/></element>
        </choice></optional>
      </element></oneOrMore>
    </element></oneOrMore></element></start>
    <define name="counts">
      <attribute name="name"><ref name="words"/></attribute><attribute name="tests"><ref name="count"/></attribute>
      <attribute name="failures"><ref name="count"/></attribute><attribute name="errors"><ref name="count"/></attribute>
    </define>
    <define name="count"><data type="nonNegativeInteger"/></define>
    """

  private static let openSearchBody = """
    <start><element name="OpenSearchDescription"><ref name="common"/><interleave>
      <element name="ShortName"><data type="string"><param name="minLength">1</param><param name="maxLength">16</param></data></element>
      <element name="Description"><data type="string"><param name="maxLength">1024</param></data></element>
      <oneOrMore><element name="Url">
        <attribute name="type"/><attribute name="template"><data type="string"><param name="pattern">https?://.*\\{searchTerms\\}.*</param></data></attribute>
        <optional><attribute name="rel"/></optional><optional><attribute name="method"/></optional><empty/>
      </element></oneOrMore>
      <optional><element name="LongName"><data type="string"><param name="maxLength">48</param></data></element></optional>
      <optional><element name="InputEncoding"><text/></element></optional>
      <optional><element name="OutputEncoding"><text/></element></optional>
      <optional><element name="Language"><text/></element></optional>
      <zeroOrMore><element name="Image"><zeroOrMore><attribute><anyName/></attribute></zeroOrMore><text/></element></zeroOrMore>
    </interleave></element></start>
    """
}
