//! Where things lie in the repository, and how child processes are run from it.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Outcome;

/// The repository that the command was started in.
pub struct Repo {
    root: PathBuf,
}

impl Repo {
    /// Finds the repository by the manifest that Cargo ran this program from.
    pub fn find() -> Outcome<Repo> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").ok_or("please start me as `cargo xtask`")?;
        let root = Path::new(&manifest).parent().ok_or("the manifest of xtask lies in no folder")?;
        Ok(Repo { root: root.to_owned() })
    }

    /// Gives the path of something in the repository.
    pub fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// Gives the folder of the built web app.
    pub fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// Gives the folder where installed tools are kept; git ignores it.
    pub fn tools(&self) -> PathBuf {
        self.path(".tools")
    }

    /// Prepares a command that runs in the repository and sees the installed tools first.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        if let Ok(path) = env::join_paths(self.search_path()) {
            command.env("PATH", path);
        }
        command
    }

    /// Finds a program the way `command` will.
    pub fn which(&self, program: &str) -> Option<PathBuf> {
        self.search_path()
            .into_iter()
            .map(|folder| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
    }

    fn search_path(&self) -> Vec<PathBuf> {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let mut folders = vec![self.tools().join("bin"), self.tools().join("npm/node_modules/.bin")];
        folders.extend(env::split_paths(&inherited));
        folders
    }
}

/// Shows a command, runs it with its output streamed, and fails if it does.
pub fn run(command: &mut Command) -> Outcome {
    let shown = shown(command);
    println!("xtask: $ {shown}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{shown}` ended with {status}")),
        Err(error) => Err(format!("`{shown}` did not start: {error}")),
    }
}

/// Gives what a command prints, or nothing if it is missing or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Adds what was being done to an error of the operating system.
pub fn at<T>(doing: &str, path: &Path, result: std::io::Result<T>) -> Outcome<T> {
    result.map_err(|error| format!("cannot {doing} {}: {error}", path.display()))
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words: Vec<_> = [program].into_iter().chain(command.get_args()).map(OsStr::to_string_lossy).collect();
    words.join(" ")
}
