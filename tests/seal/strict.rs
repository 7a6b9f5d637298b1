//! The strict parser: what it refuses, with which fault, and what it takes.

use paraf::seal::canonical;
use paraf::seal::strict::{self, ParseFault};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::values;

fn read(bytes: &[u8]) -> Result<Value, ParseFault> {
    strict::parse(strict::text(bytes)?)
}

fn check(fault: ParseFault, texts: &[&str]) {
    for text in texts {
        let shown: String = text.chars().take(80).collect();
        assert_eq!(read(text.as_bytes()), Err(fault), "{shown}");
    }
}

fn check_taken(texts: &[String]) {
    for text in texts {
        let shown: String = text.chars().take(80).collect();
        assert!(read(text.as_bytes()).is_ok(), "{shown}");
    }
}

#[test]
fn repeated_members_are_refused_at_every_level() {
    check(
        ParseFault::Repeated,
        &[
            r#"{"a":1,"a":2}"#,
            r#"{"a":1,"a":1}"#,
            r#"{"a":1,"b":2,"a":3}"#,
            r#"{"a":1,"\u0061":2}"#,
            r#"{"records":[{"body":{"a":{"b":1,"b":2}}}]}"#,
            r#"{"proof":{},"proof":{}}"#,
            r#"{"records":[],"records":[]}"#,
            r#"{"@context":[],"@context":[]}"#,
            r#"[[{"a":1,"a":2}]]"#,
        ],
    );
}

#[test]
fn nesting_is_refused_beyond_the_limit() {
    let (open, close) = ("[".repeat(33), "]".repeat(33));
    check(
        ParseFault::TooDeep,
        &[
            &format!("{open}{close}"),
            &format!("{}1{}", r#"{"a":"#.repeat(33), "}".repeat(33)),
            &open,
            &"[".repeat(1_000_000),
            &r#"[{"a":"#.repeat(100_000),
        ],
    );
    check_taken(&[
        format!("{}{}", &open[1..], &close[1..]),
        format!("{}1{}", r#"{"a":"#.repeat(32), "}".repeat(32)),
    ]);
}

#[test]
fn large_files_are_refused_before_they_are_read() {
    let mut file = vec![b' '; strict::MAX_FILE_BYTES - 2];
    file.extend(b"{}");
    assert_eq!(read(&file), Ok(json!({})));
    file.push(b' ');
    assert_eq!(strict::text(&file), Err(ParseFault::TooLarge));
    file.fill(0xff);
    assert_eq!(strict::text(&file), Err(ParseFault::TooLarge));
}

#[test]
fn counts_are_refused_beyond_the_limits() {
    let array = |count: usize| format!("[{}]", vec!["0"; count].join(","));
    let members: Vec<String> = (0..257).map(|index| format!("\"m{index}\":0")).collect();
    let object = |count: usize| format!("{{{}}}", members[..count].join(","));
    let nested = |count: usize| format!("[{}]", vec![array(2_000); count].join(","));
    check(ParseFault::TooMany, &[&array(2_001), &object(257), &nested(150)]);
    check_taken(&[array(2_000), object(256), nested(149)]);
}

#[test]
fn strings_are_counted_in_characters() {
    let text = |character: &str, count: usize| format!("\"{}\"", character.repeat(count));
    check(ParseFault::TooLong, &[&text("a", 20_001), &text("😀", 20_001), &text("\\u0061", 20_001)]);
    check_taken(&[text("a", 20_000), text("😀", 20_000), text("\\u0061", 20_000)]);
}

#[test]
fn numbers_are_plain_safe_integers() {
    check(
        ParseFault::Number,
        &[
            "1.0",
            "1.5",
            "1e2",
            "1E2",
            "10E-1",
            "-0",
            "-0.0",
            "0e999999999999",
            "1e-400",
            "1e400",
            "[1e400]",
            r#"{"a":-1e400}"#,
            "9007199254740992",
            "-9007199254740992",
            "9007199254740993",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775808",
            "-9223372036854775809",
            &"9".repeat(400),
        ],
    );
    let notations = [
        "NaN",
        "Infinity",
        "-Infinity",
        "+1",
        "01",
        "-01",
        "0x10",
        "1_000",
        ".5",
        "5.",
        "1,5",
        "-",
        "--1",
        "1e",
        "１",
    ];
    check(ParseFault::NotJson, &notations);
    for (text, number) in [
        ("9007199254740991", 9_007_199_254_740_991_i64),
        ("-9007199254740991", -9_007_199_254_740_991),
        ("0", 0),
    ] {
        assert_eq!(strict::parse(text), Ok(Value::from(number)));
    }
}

#[test]
fn broken_encodings_are_refused() {
    let files: [&[u8]; 8] = [
        b"{\"a\":\"\xff\"}",
        b"{\"a\":\"\xc0\xaf\"}",
        b"{\"a\":\"\xed\xa0\x80\"}",
        b"{\"a\":\"\xf4\x90\x80\x80\"}",
        b"{\"a\":\"\xe2\x82\"}",
        b"{}\xff",
        b"\xff{}",
        b"\xff\xfe{\0}\0",
    ];
    for file in files {
        assert_eq!(read(file), Err(ParseFault::NotUtf8), "{file:?}");
    }
    assert_eq!(read(b"{\0}\0"), Err(ParseFault::NotJson));
    assert_eq!(read(b"\xef\xbb\xbf\xef\xbb\xbf{}"), Err(ParseFault::NotJson));
    assert_eq!(read(b"{}\xef\xbb\xbf"), Err(ParseFault::NotJson));
}

#[test]
fn lone_surrogates_are_refused() {
    check(
        ParseFault::NotJson,
        &[
            r#""\ud800""#,
            r#""\udc00""#,
            r#""\ud800\ud800""#,
            r#""\ud800x""#,
            r#""\ud800\n""#,
            r#"{"\ud800":1}"#,
        ],
    );
}

#[test]
fn control_characters_and_noncharacters_are_refused() {
    check(
        ParseFault::Character,
        &[
            r#""\u0000""#,
            r#""\u0001""#,
            r#""\b""#,
            r#""\f""#,
            r#""\r""#,
            r#""line\r\nline""#,
            r#""\u001f""#,
            r#""\ufdd0""#,
            r#""\ufdef""#,
            r#""\ufffe""#,
            r#""\uffff""#,
            r#""\ud83f\udffe""#,
            r#""\udbff\udfff""#,
            "\"\u{fffe}\"",
            "\"\u{1ffff}\"",
            r#"{"a":[{"b":"\u0007"}]}"#,
        ],
    );
    check(ParseFault::NotJson, &["\"\0\"", "\"\u{1}\"", "\"\r\"", "\"\n\"", "\"\t\""]);
    assert_eq!(strict::check_characters("a\u{0}"), Err(ParseFault::Character));
    assert_eq!(strict::check_characters("baris\n\tkedua 😀 \u{202e} \u{fdcf} \u{fdf0} \u{fffd}"), Ok(()));
}

#[test]
fn unusual_member_names_are_refused() {
    let long = format!("{{\"{}\":1}}", "a".repeat(42));
    check(
        ParseFault::MemberName,
        &[
            r#"{"__proto__":1}"#,
            r#"{"":1}"#,
            r#"{"_a":1}"#,
            r#"{"1a":1}"#,
            r#"{"a b":1}"#,
            r#"{"a-b":1}"#,
            r#"{"a.b":1}"#,
            r#"{"a ":1}"#,
            r#"{"$serde_json::private::RawValue":"1"}"#,
            r#"{"$serde_json::private::Number":"1"}"#,
            r#"{"@id":1}"#,
            r#"{"@Context":1}"#,
            r#"{"é":1}"#,
            r#"{"bоdy":1}"#,
            r#"{"a\u0000":1}"#,
            r#"{"a\u200b":1}"#,
            r#"{"body":{"ext":{"__proto__":{}}}}"#,
            &long,
        ],
    );
    check_taken(&[
        r#"{"@context":1,"constructor":1,"toString":1,"A_9":1}"#.to_owned(),
        format!("{{\"{}\":1}}", "a".repeat(41)),
    ]);
}

#[test]
fn anything_but_one_document_is_refused() {
    check(
        ParseFault::NotJson,
        &[
            "",
            " ",
            "{",
            "[",
            r#"{"a""#,
            r#"{"a":"#,
            r#"{"a":1"#,
            r#"{"a":1,"#,
            r#"["a"#,
            "{}{}",
            "{} {}",
            "{}\n[]",
            "{}x",
            "{},",
            "1 2",
            "tru",
            "True",
            "nul",
            "undefined",
            "{a:1}",
            "{'a':1}",
            "['a']",
            "[1,]",
            r#"{"a":1,}"#,
            "[,1]",
            "[1 2]",
            r#"{"a" 1}"#,
            "{1:1}",
            "// x\n{}",
            "{} // x",
            "/* x */ {}",
            "{}\0",
            "\u{a0}{}",
            "\u{2028}{}",
            r#""\x41""#,
            r#""\u00zz""#,
            "]",
            "}",
        ],
    );
}

#[test]
fn cut_text_is_refused_wherever_it_is_cut() {
    let text = r#"{"@context":["x"],"seq":12,"body":{"text":"é\n😀","no":null,"yes":true},"list":[1,-2]}"#;
    for end in 0..text.len() {
        assert!(read(&text.as_bytes()[..end]).is_err(), "{end}");
    }
    assert!(read(text.as_bytes()).is_ok());
}

#[test]
fn the_first_fault_of_the_text_is_named() {
    check(ParseFault::Repeated, &[r#"{"a":1,"a":1.5,"é":"\u0000"}"#]);
    check(ParseFault::Number, &[r#"{"a":1.5,"a":1,"é":"\u0000"}"#]);
    check(ParseFault::MemberName, &[r#"{"é":"\u0000","a":1.5}"#]);
    check(ParseFault::Character, &[r#"{"a":"\u0000","a":1,"#]);
}

#[test]
fn harmless_spellings_are_the_same_value() {
    let value = json!({"a": "é/\n\"", "b": [1, {"c": null, "d": true}]});
    for text in [
        r#"{"a":"é/\n\"","b":[1,{"c":null,"d":true}]}"#,
        "\u{feff}{\"a\":\"é/\\n\\\"\",\"b\":[1,{\"c\":null,\"d\":true}]}",
        "{\r\n\t\"a\" : \"é/\\n\\\"\",\r\n\t\"b\" : [ 1, { \"c\" : null, \"d\" : true } ]\r\n}\r\n",
        r#"{"b":[1,{"d":true,"c":null}],"a":"é/\n\""}"#,
        r#"{"\u0061":"\u00E9\/\u000a\u0022","b":[1,{"\u0063":null,"d":true}]}"#,
    ] {
        assert_eq!(read(text.as_bytes()), Ok(value.clone()), "{text}");
    }
}

#[test]
fn strings_stay_as_they_were_typed() {
    let composed = strict::parse(r#""é""#).unwrap();
    let decomposed = strict::parse("\"e\u{301}\"").unwrap();
    assert_eq!(decomposed, Value::from("e\u{301}"));
    assert_ne!(canonical::bytes(&composed), canonical::bytes(&decomposed));
}

proptest! {
    #[test]
    fn canonical_text_parses_to_the_same_value(value in values::any_value()) {
        let bytes = canonical::bytes(&value);
        prop_assert_eq!(read(&bytes), Ok(value));
    }

    #[test]
    fn every_writing_of_a_value_parses_to_it(value in values::any_value(), choices: [u8; 31]) {
        let text = values::write_freely(&value, &choices);
        prop_assert_eq!(strict::parse(&text), Ok(value));
    }

    #[test]
    fn no_bytes_make_the_parser_panic(bytes: Vec<u8>, text in r#"[\[\]{}",:0-9a-z\\\-+. ]{0,60}"#) {
        let _ = read(&bytes);
        let _ = strict::parse(&text);
    }

    #[test]
    fn what_is_taken_reads_the_same_with_serde_json(text in r#"[\[\]{}",:01a\\ ]{0,12}"#) {
        if let Ok(value) = strict::parse(&text) {
            prop_assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(value));
        }
    }
}
