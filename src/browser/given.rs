//! Files and folders that are given to the page: chosen, or dropped anywhere in the window.

use crate::app::import::is_litter;
use crate::app::picked::{IncomingFile, Unread};
use crate::seal::strict::MAX_FILE_BYTES;
use js_sys::{Array, Function, Promise};
use std::collections::VecDeque;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, DragEvent, File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry,
};

/// How many bytes are read before they are handed on; a folder may hold more than fits in memory.
const BATCH: usize = 2 * MAX_FILE_BYTES;
/// The most files and folders that are taken from one folder.
const INSIDE_MAX: usize = 1000;

/// One thing that was given.
pub enum Given {
    /// A file.
    File(File),
    /// A file in a folder, or a folder.
    Entry(FileSystemEntry),
}

/// Gives the files of a list.
pub fn listed(list: &FileList) -> Vec<Given> {
    (0..list.length()).filter_map(|index| list.get(index)).map(Given::File).collect()
}

/// Calls back with what is dropped anywhere in the window, and keeps the browser from opening it. Text that is
/// moved within the page stays the browser's.
pub fn on_drop(call: impl Fn(Vec<Given>) + 'static) {
    let closure = Closure::<dyn FnMut(DragEvent)>::new(move |event: DragEvent| {
        let Some(transfer) = event.data_transfer() else {
            return;
        };
        if transfer.types().includes(&"Files".into(), 0) {
            event.prevent_default();
            if event.type_() == "drop" {
                call(dropped(&transfer));
            }
        }
    });
    if let Some(window) = web_sys::window() {
        let listener: &Function = closure.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback("dragover", listener);
        let _ = window.add_event_listener_with_callback("drop", listener);
    }
    closure.forget();
}

/// Gives what was dropped before the program was there: the script of the page kept it (`start/first.js`), and keeps
/// nothing from now on.
pub fn dropped_before() -> Vec<Given> {
    let kept =
        super::handed::take("dropped").and_then(|kept| kept.dyn_into::<Array>().ok()).unwrap_or_default();
    let one = |one: JsValue| match one.dyn_into::<File>() {
        Ok(file) => Given::File(file),
        Err(entry) => Given::Entry(entry.unchecked_into()),
    };
    kept.iter().map(one).collect()
}

/// Gives what was dropped. It can be asked for only while the event is being handled.
fn dropped(transfer: &DataTransfer) -> Vec<Given> {
    let items = transfer.items();
    let one = |index| {
        let item = items.get(index).filter(|item| item.kind() == "file")?;
        let entry = item.webkit_get_as_entry().ok().flatten().filter(FileSystemEntry::is_directory);
        entry.map(Given::Entry).or_else(|| item.get_as_file().ok().flatten().map(Given::File))
    };
    (0..items.length()).filter_map(one).collect()
}

/// Reads what was given, with what is in its folders, and hands it on part by part.
pub async fn read(given: Vec<Given>, call: impl Fn(Vec<IncomingFile>)) {
    let (mut batch, mut size) = (Vec::new(), 0);
    let mut waiting: VecDeque<Given> = given.into();
    while let Some(one) = waiting.pop_front() {
        let (name, bytes) = match one {
            Given::File(file) => (file.name(), bytes_of(&file).await),
            Given::Entry(entry) if entry.is_directory() => match inside(&entry).await {
                Ok(entries) => {
                    entries.into_iter().rev().for_each(|entry| waiting.push_front(Given::Entry(entry)));
                    continue;
                }
                Err(fault) => (entry.name(), Err(fault)),
            },
            Given::Entry(entry) => {
                let bytes = match file_of(&entry).await {
                    Some(file) => bytes_of(&file).await,
                    None => Err(Unread::Failed),
                };
                (entry.full_path().trim_start_matches('/').to_string(), bytes)
            }
        };
        size += bytes.as_ref().map_or(0, Vec::len);
        batch.push(IncomingFile { name, bytes });
        if size >= BATCH {
            size = 0;
            call(std::mem::take(&mut batch));
        }
    }
    if !batch.is_empty() {
        call(batch);
    }
}

/// Reads a file, unless it is larger than any of Paraf may be, since reading that could end the tab.
async fn bytes_of(file: &File) -> Result<Vec<u8>, Unread> {
    if file.size() > MAX_FILE_BYTES as f64 {
        return Err(Unread::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Unread::Failed)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

async fn file_of(entry: &FileSystemEntry) -> Option<File> {
    let entry: &FileSystemFileEntry = entry.unchecked_ref();
    let promise = Promise::new(&mut |done, failed| entry.file_with_callback_and_callback(&done, &failed));
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// Lists the files in a folder and in those within it.
async fn inside(folder: &FileSystemEntry) -> Result<Vec<FileSystemEntry>, Unread> {
    let (mut files, mut folders, mut count) = (Vec::new(), vec![folder.clone()], 0);
    while let Some(folder) = folders.pop() {
        let reader = folder.unchecked_ref::<FileSystemDirectoryEntry>().create_reader();
        loop {
            // A browser gives some at a time, and none when all were given.
            let part = Promise::new(&mut |done, failed| {
                let _ = reader.read_entries_with_callback_and_callback(&done, &failed);
            });
            let part: Array = JsFuture::from(part).await.map_err(|_| Unread::Failed)?.unchecked_into();
            if part.length() == 0 {
                break;
            }
            count += part.length() as usize;
            if count > INSIDE_MAX {
                return Err(Unread::LargeFolder);
            }
            for entry in part.iter().map(JsCast::unchecked_into::<FileSystemEntry>) {
                if entry.is_directory() {
                    folders.push(entry);
                } else if !is_litter(&entry.name()) {
                    files.push(entry);
                }
            }
        }
    }
    if files.is_empty() { Err(Unread::EmptyFolder) } else { Ok(files) }
}
