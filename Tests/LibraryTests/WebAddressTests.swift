import Library
import Testing

@Suite("Addresses of people") struct WebAddressTests {
  @Test(
    "only what opens a conversation becomes a link",
    arguments: [
      ("https://teams.example.com/l/ana", true), ("msteams://call/ana", true), ("tel:+49123", true),
      ("mailto:ana@example.com", true), ("javascript:alert(1)", false), ("javascript: alert(1)", false),
      ("JavaScript:alert(1)", false), ("java\tscript:alert(1)", false), (" javascript:alert(1)", false),
      ("data:text/html,x", false), ("https://", false), ("https://a b", false), ("Slack: #sales", false),
      ("slack://x\"y", false), ("#sales", false), ("ana", false), ("", false),
    ])
  func links(text: String, isLink: Bool) { #expect(WebAddress.opensConversation(text) == isLink) }

  @Test(
    "an e-mail address is told from words and addresses with an @ in them",
    arguments: [
      ("ana@example.com", true), ("a'b+c@example.com", true), ("ask @ana", false), ("@ana", false),
      ("https://teams.example.com/@sales", false), ("a@b@c", false), ("a@b?bcc=c", false), ("mailto:a@b", false),
    ])
  func mail(text: String, isMail: Bool) { #expect(WebAddress.isMail(text) == isMail) }
}
