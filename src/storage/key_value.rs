//! What a storage is made of: named texts, each read and written on its own.

/// Named texts that outlive the page. In the browser this is localStorage; in tests it is a table that
/// can fail at any moment.
pub trait KeyValue {
    /// Lists all names, those of other pages of the same host too.
    ///
    /// # Errors
    /// A storage that may not be used.
    fn names(&self) -> Result<Vec<String>, KeyValueFault>;

    /// Gives all names with their texts.
    ///
    /// # Errors
    /// A storage that may not be used.
    fn all(&self) -> Result<Vec<(String, String)>, KeyValueFault> {
        let mut all = Vec::new();
        for name in self.names()? {
            if let Some(text) = self.get(&name)? {
                all.push((name, text));
            }
        }
        Ok(all)
    }

    /// Reads one text.
    ///
    /// # Errors
    /// A storage that may not be used.
    fn get(&self, name: &str) -> Result<Option<String>, KeyValueFault>;

    /// Gives how many characters of UTF-16 one text has.
    ///
    /// # Errors
    /// A storage that may not be used.
    fn length(&self, name: &str) -> Result<Option<usize>, KeyValueFault> {
        Ok(self.get(name)?.map(|text| text.encode_utf16().count()))
    }

    /// Writes one text. A text that does not fit leaves the old one in its place.
    ///
    /// # Errors
    /// A storage that is full, or may not be used.
    fn set(&self, name: &str, text: &str) -> Result<(), KeyValueFault>;

    /// Writes one text, and says whether it reads back as it was written.
    ///
    /// # Errors
    /// See [`KeyValue::set`].
    fn set_and_compare(&self, name: &str, text: &str) -> Result<bool, KeyValueFault> {
        self.set(name, text)?;
        Ok(self.get(name).is_ok_and(|there| there.as_deref() == Some(text)))
    }

    /// Removes one text; what is not there needs no removing.
    ///
    /// # Errors
    /// A storage that may not be used.
    fn remove(&self, name: &str) -> Result<(), KeyValueFault>;
}

/// Why a cell could not be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyValueFault {
    /// There is no room.
    Full,
    /// The browser does not allow it.
    Denied,
}
