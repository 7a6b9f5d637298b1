//! The native command `paraf`: checks files for auditors and tests, and makes a practice school for
//! trainers. It only puts words around the library; nothing is decided here.

mod demo;
mod make;
mod reason;
mod verify;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
paraf checks and makes the files of Paraf.

  paraf verify FILE...
      Verifies bundles and invitations. Prints one JSON line for each record, each letter and
      each file. The last line of a file says accepted, partly or refused, and why; the reasons
      are explained in src/seal/FORMAT.md.

  paraf demo --employees N --seed S --out DIR [--rules ID] [--position P] [--answers A]
      Writes the files of a made-up school: one superior and N employees, for practice only.
      The same numbers give the same files. ID names a rule pack, such as id-2024-1 (else
      id-2025); P is teacher or principal; A is usual, or shortest or longest: then each
      dossier is finished, and each answer as short or as long as its form takes.

  paraf make RECIPES OUT
      Signs files for people who test a verifier, from the recipes in a folder, and writes beside
      them what each says. The recipes in tests/data/conformance are an example.

  paraf help
      Prints this text.

Exit code: 0 when all is right, 1 when anything is not, 2 when the command was not understood.
";

fn main() -> ExitCode {
    let arguments: Vec<std::ffi::OsString> = std::env::args_os().skip(1).collect();
    let command = arguments.first().map(|first| first.to_string_lossy().into_owned());
    let rest = arguments.get(1..).unwrap_or_default();
    match command.as_deref() {
        Some("verify") if !rest.is_empty() => {
            // A reader that went away, as `head` does, has not seen all lines; that is not right.
            let all_accepted = verify::verify(rest, &mut std::io::stdout().lock()).unwrap_or(false);
            ExitCode::from(u8::from(!all_accepted))
        }
        Some("demo") => match demo::Order::read(rest) {
            Some(order) => made(demo::make(&order)),
            None => misunderstood(),
        },
        Some("make") => match rest {
            [recipes, out] => match make::make(Path::new(recipes), Path::new(out)) {
                Ok(count) => {
                    print(&mut std::io::stdout(), &format!("{count} files\n"));
                    ExitCode::SUCCESS
                }
                Err(fault) => {
                    print(&mut std::io::stderr(), &format!("paraf make: {fault}\n"));
                    ExitCode::from(1)
                }
            },
            _ => misunderstood(),
        },
        Some("help" | "--help" | "-h") => {
            print(&mut std::io::stdout(), USAGE);
            ExitCode::SUCCESS
        }
        _ => misunderstood(),
    }
}

fn made(result: Result<(), demo::Fault>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            print(&mut std::io::stderr(), &format!("paraf demo: {fault}\n"));
            ExitCode::from(1)
        }
    }
}

fn misunderstood() -> ExitCode {
    print(&mut std::io::stderr(), USAGE);
    ExitCode::from(2)
}

/// Writes words for a person. When nobody can read them, there is nobody to tell.
fn print(to: &mut impl std::io::Write, text: &str) {
    to.write_all(text.as_bytes()).unwrap_or_default();
}
