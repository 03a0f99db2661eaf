//! XPath as XLSForms use it, from text to a tree.
//!
//! A bounded recursive-descent parser; knows the grammar, not what functions mean.

/// An expression.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::author) enum Tree {
    /// As written.
    Number(String),
    Text(String),
    /// `${name}`.
    Name(String),
    /// `.`
    Me,
    /// A name without `${}`: a column of the choices.
    Column(String),
    Call(String, Vec<Tree>),
    Pair(Sign, Box<Tree>, Box<Tree>),
    Minus(Box<Tree>),
}

/// A sign between two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::author) enum Sign {
    Or,
    And,
    Equal,
    Unequal,
    Less,
    LessEqual,
    More,
    MoreEqual,
    Plus,
    Minus,
    Times,
    Div,
    Mod,
    Union,
}

/// Why an expression is not taken: a message key and its argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::author) struct Fault {
    pub(in crate::author) key: &'static str,
    pub(in crate::author) what: String,
}

impl Fault {
    pub(in crate::author) fn new(key: &'static str, what: impl Into<String>) -> Self {
        Self { key, what: what.into() }
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(String),
    Text(String),
    Name(String),
    Word(String),
    Sign(&'static str),
}

/// Most letters and most depth of an expression: what a person writes is far below.
const MOST_LETTERS: usize = 10_000;
const MOST_DEPTH: usize = 60;

/// Reads an expression.
pub(in crate::author) fn parse(source: &str) -> Result<Tree, Fault> {
    if source.len() > MOST_LETTERS {
        return Err(Fault::new("author-expr-long", MOST_LETTERS.to_string()));
    }
    let tokens = tokens(source)?;
    let mut parser = Parser { tokens, at: 0, depth: 0 };
    let tree = parser.level(0)?;
    match parser.tokens.get(parser.at) {
        None => Ok(tree),
        Some(token) => Err(Fault::new("author-expr-syntax", shown(token))),
    }
}

fn shown(token: &Token) -> String {
    match token {
        Token::Number(text) | Token::Text(text) | Token::Word(text) => text.clone(),
        Token::Name(name) => format!("${{{name}}}"),
        Token::Sign(sign) => (*sign).to_owned(),
    }
}

const SIGNS: [&str; 20] = [
    "!=", "<=", ">=", "//", "::", "..", "=", "<", ">", "+", "-", "*", "(", ")", ",", "|", "/", "[",
    "]", "@",
];

fn tokens(source: &str) -> Result<Vec<Token>, Fault> {
    let mut all: Vec<Token> = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let after = if let Some(inside) = rest.strip_prefix("${") {
            let (name, after) =
                inside.split_once('}').ok_or_else(|| Fault::new("author-expr-syntax", "${"))?;
            let name = name.trim();
            let name = name
                .strip_prefix("last-saved#")
                .map_or(Ok(name), |_| Err(Fault::new("author-expr-function", "last-saved")))?;
            all.push(Token::Name(name.to_owned()));
            after
        } else if let Some(quote) = match first {
            '\'' | '"' => Some(first),
            // Spreadsheet programs like to bend quotes.
            '‘' | '’' => Some('’'),
            '“' | '”' => Some('”'),
            _ => None,
        } {
            let inside = &rest[first.len_utf8()..];
            let (text, after) =
                inside.split_once(quote).ok_or_else(|| Fault::new("author-expr-quote", first))?;
            all.push(Token::Text(text.to_owned()));
            after
        } else if first.is_ascii_digit()
            || (first == '.' && rest[1..].starts_with(|next: char| next.is_ascii_digit()))
        {
            let end =
                rest.find(|sign: char| !sign.is_ascii_digit() && sign != '.').unwrap_or(rest.len());
            all.push(Token::Number(rest[..end].to_owned()));
            &rest[end..]
        } else if first.is_alphabetic() || first == '_' {
            let end = rest
                .find(|sign: char| !(sign.is_alphanumeric() || "_-.:".contains(sign)))
                .unwrap_or(rest.len());
            all.push(Token::Word(rest[..end].to_owned()));
            &rest[end..]
        } else if let Some(sign) = SIGNS.into_iter().find(|sign| rest.starts_with(sign)) {
            all.push(Token::Sign(sign));
            &rest[sign.len()..]
        } else if first == '.' {
            all.push(Token::Sign("."));
            &rest[1..]
        } else {
            return Err(Fault::new("author-expr-syntax", first));
        };
        rest = after.trim_start();
    }
    Ok(all)
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

/// Signs by how loosely they bind, the loosest first.
const LEVELS: [&[(&str, Sign)]; 7] = [
    &[("or", Sign::Or)],
    &[("and", Sign::And)],
    &[("=", Sign::Equal), ("!=", Sign::Unequal)],
    &[("<", Sign::Less), ("<=", Sign::LessEqual), (">", Sign::More), (">=", Sign::MoreEqual)],
    &[("+", Sign::Plus), ("-", Sign::Minus)],
    &[("*", Sign::Times), ("div", Sign::Div), ("mod", Sign::Mod)],
    &[("|", Sign::Union)],
];

impl Parser {
    fn takes(&mut self, sign: &str) -> bool {
        let found = match self.tokens.get(self.at) {
            Some(Token::Sign(found)) => *found == sign,
            Some(Token::Word(word)) => word.eq_ignore_ascii_case(sign),
            _ => false,
        };
        self.at += usize::from(found);
        found
    }

    fn level(&mut self, level: usize) -> Result<Tree, Fault> {
        let Some(signs) = LEVELS.get(level) else { return self.unary() };
        if level == 0 {
            self.depth += 1;
            if self.depth > MOST_DEPTH {
                return Err(Fault::new("author-expr-deep", MOST_DEPTH.to_string()));
            }
        }
        let mut left = self.level(level + 1)?;
        let mut parts = 0;
        while let Some((_, sign)) = signs.iter().find(|(word, _)| self.takes(word)) {
            let right = self.level(level + 1)?;
            left = Tree::Pair(*sign, Box::new(left), Box::new(right));
            parts += 1;
            // The tree leans to the left: as deep as it is long.
            if parts > 4 * MOST_DEPTH {
                return Err(Fault::new("author-expr-deep", (4 * MOST_DEPTH).to_string()));
            }
        }
        if level == 0 {
            self.depth -= 1;
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Tree, Fault> {
        let mut negative = false;
        while self.takes("-") {
            negative = !negative;
        }
        let tree = self.primary()?;
        Ok(if negative { Tree::Minus(Box::new(tree)) } else { tree })
    }

    fn primary(&mut self) -> Result<Tree, Fault> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        let tree = match token {
            None => return Err(Fault::new("author-expr-end", "")),
            Some(Token::Number(text)) if text.matches('.').count() < 2 => Tree::Number(text),
            Some(Token::Text(text)) => Tree::Text(text),
            Some(Token::Name(name)) => Tree::Name(name),
            Some(Token::Sign("(")) => {
                let tree = self.level(0)?;
                self.close()?;
                tree
            }
            Some(Token::Sign(".")) => Tree::Me,
            Some(Token::Word(word)) => {
                if self.takes("(") {
                    Tree::Call(word, self.arguments()?)
                } else {
                    Tree::Column(word)
                }
            }
            Some(Token::Sign(sign @ ("/" | "//" | ".." | "@" | "::"))) => {
                return Err(Fault::new("author-expr-path", sign));
            }
            Some(token) => return Err(Fault::new("author-expr-syntax", shown(&token))),
        };
        match self.tokens.get(self.at) {
            Some(Token::Sign(sign @ ("/" | "//" | "[" | "::"))) => {
                Err(Fault::new("author-expr-path", *sign))
            }
            _ => Ok(tree),
        }
    }

    fn arguments(&mut self) -> Result<Vec<Tree>, Fault> {
        let mut all = Vec::new();
        if self.takes(")") {
            return Ok(all);
        }
        loop {
            all.push(self.level(0)?);
            if !self.takes(",") {
                self.close()?;
                return Ok(all);
            }
        }
    }

    fn close(&mut self) -> Result<(), Fault> {
        if self.takes(")") {
            return Ok(());
        }
        Err(Fault::new("author-expr-bracket", ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn signs_bind_as_in_xpath() {
        let name = |name: &str| Tree::Name(name.to_owned());
        let pair = |sign, one, two| Tree::Pair(sign, Box::new(one), Box::new(two));
        let one = || Tree::Number("1".to_owned());
        assert_eq!(
            parse("${a} = 1 or ${b}+1*${c} > 1 and . != 'x y'"),
            Ok(pair(
                Sign::Or,
                pair(Sign::Equal, name("a"), one()),
                pair(
                    Sign::And,
                    pair(
                        Sign::More,
                        pair(Sign::Plus, name("b"), pair(Sign::Times, one(), name("c"))),
                        one()
                    ),
                    pair(Sign::Unequal, Tree::Me, Tree::Text("x y".to_owned()))
                )
            ))
        );
    }

    #[test]
    fn what_is_no_expression_says_where_it_ends() {
        for (source, key) in [
            ("${a", "author-expr-syntax"),
            ("'x", "author-expr-quote"),
            ("(1", "author-expr-bracket"),
            ("1 +", "author-expr-end"),
            ("1 2", "author-expr-syntax"),
            ("/data/x", "author-expr-path"),
            ("${a}[1]", "author-expr-path"),
            (&"(".repeat(200), "author-expr-deep"),
            (&"1 ".repeat(9_000), "author-expr-long"),
        ] {
            assert_eq!(parse(source).map_err(|fault| fault.key), Err(key), "{source:.20}");
        }
    }

    proptest! {
        #[test]
        fn no_text_ever_stops_the_parser(text in "[$a{}()=<>!'\"., +*|/1é-]{0,60}") {
            _ = parse(&text);
        }
    }
}
