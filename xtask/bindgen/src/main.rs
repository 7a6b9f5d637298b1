//! The `wasm-bindgen` command, as far as Trunk uses it.

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments == ["--version"] {
        println!("wasm-bindgen {}", env!("CARGO_PKG_VERSION"));
        return ExitCode::SUCCESS;
    }
    match generate(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("wasm-bindgen: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn generate(arguments: &[String]) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    // As that command does it.
    bindgen.omit_default_module_path(false);
    let mut folder = None;
    for argument in arguments {
        match argument.split_once('=').unwrap_or((argument, "")) {
            ("--target", "web") => drop(bindgen.web(true).map_err(|error| error.to_string())?),
            ("--out-dir", value) => folder = Some(value),
            ("--out-name", value) => drop(bindgen.out_name(value)),
            ("--keep-debug", "") => drop(bindgen.keep_debug(true)),
            ("--no-demangle", "") => drop(bindgen.demangle(false)),
            ("--no-typescript", "") => drop(bindgen.typescript(false)),
            (file, "") if !file.starts_with('-') => drop(bindgen.input_path(file)),
            _ => return Err(format!("`{argument}` is not known here; wasm-bindgen-cli knows it")),
        }
    }
    bindgen.generate(folder.ok_or("--out-dir is missing")?).map_err(|error| format!("{error:?}"))
}
