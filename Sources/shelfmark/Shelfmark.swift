@main
struct Shelfmark {
  static func main() {}
}
