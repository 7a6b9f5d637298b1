//! Serves dist/ to the browser on this computer, byte for byte as it would be shipped.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::policy::Headers;
use crate::{Outcome, repo};

/// How long a browser may take over a request, and the most that its first lines may hold.
const PATIENCE: Duration = Duration::from_secs(10);
const LONGEST_HEAD: u64 = 16 * 1024;

/// What the person asked for.
#[derive(Debug, PartialEq)]
pub struct Options {
    port: u16,
    open: bool,
}

impl Options {
    /// Reads the words after `cargo xtask serve`.
    pub fn parse(words: &[&str]) -> Outcome<Options> {
        let mut options = Options { port: 8080, open: false };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--open" => options.open = true,
                "--port" => {
                    let number = words.next().and_then(|number| number.parse().ok());
                    options.port = number.ok_or("--port needs a number up to 65535")?;
                }
                other => return Err(format!("serve knows no option `{other}`")),
            }
        }
        Ok(options)
    }
}

/// Serves a folder until the person stops it.
pub fn serve(dist: &Path, options: &Options) -> Outcome {
    let dist = repo::at("find", dist, dist.canonicalize())?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
        .map_err(|error| format!("port {} cannot be used ({error}): try --port N", options.port))?;
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    let address = format!("http://127.0.0.1:{port}/");
    println!("xtask: the app is at {address} (Ctrl+C stops it)");
    if options.open {
        open(&address);
    }
    let headers = Headers::read(&dist);
    for stream in listener.incoming().flatten() {
        let (dist, headers) = (dist.clone(), headers.clone());
        // A browser that hangs up early is no reason to stop or to say anything.
        thread::spawn(move || reply(&dist, &headers, stream).ok());
    }
    Ok(())
}

fn reply(dist: &Path, headers: &Headers, mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut head = BufReader::new(stream.try_clone()?.take(LONGEST_HEAD));
    let mut request = String::new();
    head.read_line(&mut request)?;
    // The rest of the request is read to its empty line, as a reply before that can get lost.
    let mut line = String::new();
    while head.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = request.split_whitespace();
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let headers: String =
        headers.of(target.split('?').next().unwrap_or("")).map(|line| format!("{line}\r\n")).collect();
    let is_read = method == "GET";
    if !is_read && method != "HEAD" {
        return send(
            &mut stream,
            &headers,
            "405 Method Not Allowed",
            "text/plain",
            b"Only GET and HEAD\n",
            true,
        );
    }
    match find(dist, target) {
        Some(file) => send(&mut stream, &headers, "200 OK", content_type(&file), &fs::read(&file)?, is_read),
        None => send(&mut stream, &headers, "404 Not Found", "text/plain", b"Not found\n", is_read),
    }
}

fn send(
    stream: &mut TcpStream,
    headers: &str,
    status: &str,
    kind: &str,
    body: &[u8],
    whole: bool,
) -> io::Result<()> {
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{headers}Connection: close\r\n\r\n"
    )?;
    if whole {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// Finds the file that is asked for; there is none outside the folder.
fn find(dist: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    // Asked of the file system too, so that no symbolic link leads out.
    let file = dist.join(path).canonicalize().ok()?;
    (file.starts_with(dist) && file.is_file()).then_some(file)
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn open(address: &str) {
    let mut opener = match std::env::consts::OS {
        "macos" => Command::new("open"),
        "windows" => Command::new("explorer"),
        _ => Command::new("xdg-open"),
    };
    if opener.arg(address).spawn().is_err() {
        println!("xtask: no browser could be started; please open the address yourself");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read() {
        assert_eq!(Options::parse(&[]), Ok(Options { port: 8080, open: false }));
        assert_eq!(Options::parse(&["--open", "--port", "9"]), Ok(Options { port: 9, open: true }));
        assert!(Options::parse(&["--port", "high"]).is_err());
        assert!(Options::parse(&["--fast"]).is_err());
    }

    #[test]
    fn only_files_inside_the_folder_are_found() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").canonicalize().unwrap();
        let found = |target| find(&folder, target).is_some();
        assert!(found("/serve.rs?fresh"));
        for target in
            ["/../Cargo.toml", "/./../Cargo.toml", "//etc/passwd", "/%2e%2e/Cargo.toml", "/", "", "*"]
        {
            assert!(!found(target), "{target}");
        }
    }

    #[test]
    fn what_is_shipped_is_sent_with_each_file() {
        let folder = std::env::temp_dir().join(format!("paraf-serve-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let folder = folder.canonicalize().unwrap();
        fs::write(folder.join("_headers"), "/*\n  A: all\n/a.js\n  Cache-Control: kept\n").unwrap();
        fs::write(folder.join("a.js"), "a()").unwrap();
        let headers = Headers::read(&folder);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let answer = |target: &str| {
            let mut browser = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
            write!(browser, "GET {target} HTTP/1.1\r\n\r\n").unwrap();
            reply(&folder, &headers, listener.accept().unwrap().0).unwrap();
            let mut text = String::new();
            browser.read_to_string(&mut text).unwrap();
            text
        };
        let [found, missing] = [answer("/a.js?fresh"), answer("/b.js")];
        fs::remove_dir_all(&folder).unwrap();
        assert!(found.starts_with("HTTP/1.1 200 OK\r\n") && found.ends_with("\r\n\r\na()"), "{found}");
        assert!(found.contains("\r\nA: all\r\n") && found.contains("\r\nCache-Control: kept\r\n"), "{found}");
        assert!(missing.starts_with("HTTP/1.1 404") && missing.contains("\r\nA: all\r\n"), "{missing}");
        assert!(!missing.contains("Cache-Control"), "{missing}");
    }

    #[test]
    fn browser_is_told_what_a_program_is() {
        assert_eq!(content_type(Path::new("a_bg.wasm")), "application/wasm");
        assert_eq!(content_type(Path::new("app.webmanifest")), "application/manifest+json");
    }
}
