//! Writes zips, good ones and bad ones, without any code of the app.

use miniz_oxide::deflate::compress_to_vec;

/// One entry, with all that an honest writer would say of it.
pub struct Entry {
    name: String,
    packed: Vec<u8>,
    pub flags: u16,
    pub method: u16,
    pub size: u32,
}

impl Entry {
    pub fn of(name: &str, bytes: &[u8]) -> Entry {
        let packed = compress_to_vec(bytes, 6);
        // What does not become shorter is stored as it is.
        let (packed, method) = if packed.len() < bytes.len() { (packed, 8) } else { (bytes.to_vec(), 0) };
        Entry { name: name.into(), packed, flags: 0, method, size: bytes.len() as u32 }
    }
}

/// Writes a zip of texts; `spoil` may change what is said of each.
pub fn zipped(files: &[(&str, &str)], spoil: impl Fn(&mut Entry)) -> Vec<u8> {
    let mut entries: Vec<Entry> = files.iter().map(|(name, text)| Entry::of(name, text.as_bytes())).collect();
    entries.iter_mut().for_each(spoil);
    zip(&entries)
}

/// Writes a zip.
pub fn zip(entries: &[Entry]) -> Vec<u8> {
    let (mut bytes, mut list) = (Vec::new(), Vec::new());
    for entry in entries {
        let said = |out: &mut Vec<u8>| {
            for number in [20, entry.flags, entry.method, 0, 0] {
                out.extend(number.to_le_bytes());
            }
            for number in [0, entry.packed.len() as u32, entry.size] {
                out.extend(number.to_le_bytes());
            }
            out.extend((entry.name.len() as u16).to_le_bytes());
            out.extend([0, 0]);
        };
        list.extend(b"PK\x01\x02\x14\x00");
        said(&mut list);
        list.extend([0; 10]);
        list.extend((bytes.len() as u32).to_le_bytes());
        list.extend(entry.name.as_bytes());
        bytes.extend(b"PK\x03\x04");
        said(&mut bytes);
        bytes.extend(entry.name.as_bytes());
        bytes.extend(&entry.packed);
    }
    let (count, start) = (entries.len() as u16, bytes.len() as u32);
    bytes.extend(&list);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    bytes.extend([(list.len() as u32).to_le_bytes(), start.to_le_bytes()].concat());
    bytes.extend([0, 0]);
    bytes
}
