//! Records of XML as small trees: what stands within each element of one name, without its layout.

use crate::format::document::Document;
use crate::format::xml::{Element, Handler, walk};
use crate::source::error::Error;

/// An element with its texts and the elements within it.
#[derive(Clone, Debug, Default)]
pub(crate) struct XmlNode {
    pub(crate) element: Element,
    /// Its texts and those of the elements within it, in order.
    pub(crate) text: String,
    pub(crate) children: Vec<XmlNode>,
}

impl XmlNode {
    /// The local name, without any prefix.
    pub(crate) fn name(&self) -> &str {
        self.element.name.rsplit(':').next().unwrap_or("")
    }

    /// Elements within it of a name.
    pub(crate) fn all<'n>(&'n self, name: &'n str) -> impl Iterator<Item = &'n Self> {
        self.children.iter().filter(move |child| child.name() == name)
    }

    /// The first element at the end of a path of names.
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |node, name| node.children.iter().find(|child| child.name() == *name))
    }

    /// Its text, white space runs as one blank; empty where there is no such element.
    pub(crate) fn text_at(&self, path: &[&str]) -> String {
        self.at(path).map(Self::flat).unwrap_or_default()
    }

    /// The text, white space runs as one blank.
    pub(crate) fn flat(&self) -> String {
        self.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// All elements of a name, however deep. O(elements).
    pub(crate) fn within<'n>(&'n self, name: &str, found: &mut Vec<&'n Self>) {
        for child in &self.children {
            if child.name() == name {
                found.push(child);
            }
            child.within(name, found);
        }
    }
}

/// Collects the elements of one name.
struct Collect<'n> {
    record: &'n str,
    open: Vec<XmlNode>,
    records: Vec<XmlNode>,
}

impl Handler for Collect<'_> {
    fn open(&mut self, _document: &Document<'_>, element: &Element) -> Result<(), Error> {
        let is_record = element.name.rsplit(':').next() == Some(self.record);
        if !self.open.is_empty() || is_record {
            self.open.push(XmlNode { element: element.clone(), ..XmlNode::default() });
        }
        Ok(())
    }

    fn close(&mut self, _name: &str) {
        let Some(done) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => {
                parent.text.push_str(&done.text);
                parent.children.push(done);
            }
            None => self.records.push(done),
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(node) = self.open.last_mut() {
            node.text.push_str(text);
        }
    }
}

/// The elements of a name, each with what is within it. O(bytes).
///
/// # Errors
/// The text is not well-formed.
pub(crate) fn records(document: &Document<'_>, record: &str) -> Result<Vec<XmlNode>, Error> {
    let mut collect = Collect { record, open: Vec::new(), records: Vec::new() };
    walk(document, &mut collect)?;
    Ok(collect.records)
}
