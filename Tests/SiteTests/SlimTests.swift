// What is taken out of scripts and styles, and what must not be.

import Site
import Testing

@Suite("Slimming scripts and styles")
struct SlimTests {
  @Test(
    "comments, indentation and needless blanks go; texts, patterns and templates stay as they are",
    arguments: [
      ("  const a = 1; // one\n\n  return a;\n", "const a=1;\nreturn a;\n"),
      ("/** Two\n * lines. */\nx ( );\n", "x();\n"),
      ("let s = \"a // b  /* c */\";\n", "let s=\"a // b  /* c */\";\n"),
      ("let s = 'it\\'s  // so';\n", "let s='it\\'s  // so';\n"),
      ("const t = `a  // ${ b + \" } ` \" }  /* c */\n  d`;\n", "const t=`a  // ${b+\" } ` \"}  /* c */\n  d`;\n"),
      ("const t = `${ { a : 1 } [ `x  ${ y }` ] }  z`;\n", "const t=`${{a:1}[`x  ${y}`]}  z`;\n"),
      ("x = /[/ ]  \\/ ' /g . test ( y );\n", "x=/[/ ]  \\/ ' /g.test(y);\n"),
      ("return / a b /;\n", "return/ a b /;\n"),
      ("x = a / b / c; // d\n", "x=a/b/c;\n"),
      ("x = (a) / b; y = d[0] / 2;\n", "x=(a)/b;y=d[0]/2;\n"),
      ("a + +b - -c;\n", "a+ +b- -c;\n"),
      ("typeof x in y ? \"ü\" : z of\n", "typeof x in y?\"ü\":z of\n"),
    ])
  func scripts(source: String, slim: String) {
    #expect(String(decoding: Slim.script(Array(source.utf8)), as: UTF8.self) == slim)
  }

  @Test(
    "a style sheet keeps every blank that means something",
    arguments: [
      ("/* a */\na:hover,\nb { color: red; margin: 0 1px; }\n\n", "a:hover,b{color:red;margin:0 1px;}\n"),
      ("a :hover > b { width: calc(1px + 2px); }", "a :hover > b{width:calc(1px + 2px);}\n"),
      ("a::after { content: \" (\" attr(href) \") ; {\"; }", "a::after{content:\" (\" attr(href) \") ; {\";}\n"),
      (
        "@media (min-width: 2rem) and (hover: hover) {\n  a { b: c }\n}",
        "@media (min-width:2rem) and (hover:hover){a{b:c}}\n"
      ),
    ])
  func styles(source: String, slim: String) {
    #expect(String(decoding: Slim.style(Array(source.utf8)), as: UTF8.self) == slim)
  }
}
