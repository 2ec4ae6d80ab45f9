//! The library as a WebAssembly module without imports: a request goes in as JSON with the bytes of files behind it, an
//! answer comes out as JSON.
//!
//! A host asks for room ([`request`]), writes a request there, lets it be answered ([`answer`]) and reads the answer
//! ([`response`]). A request is the length of its JSON (four bytes, little-endian), the JSON, and the bytes of its files.

mod engine;
mod facets;
mod files;
mod outcome;
mod tables;

use std::cell::RefCell;

use engine::Engine;

thread_local! {
    static REQUEST: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static RESPONSE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ENGINE: RefCell<Engine> = RefCell::new(Engine::default());
}

/// Room for a request of some bytes. Its place holds until the next call.
#[unsafe(no_mangle)]
pub extern "C" fn request(bytes: usize) -> *mut u8 {
    REQUEST.with_borrow_mut(|request| {
        request.clear();
        request.resize(bytes, 0);
        request.as_mut_ptr()
    })
}

/// Answers the request; the length of the answer in bytes.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> usize {
    let request = REQUEST.take();
    let response = ENGINE.with_borrow_mut(|engine| engine.answer(&request));
    RESPONSE.with_borrow_mut(|kept| {
        *kept = response.into_bytes();
        kept.len()
    })
}

/// Where the answer stands, until the next call.
#[unsafe(no_mangle)]
pub extern "C" fn response() -> *const u8 {
    RESPONSE.with_borrow(|response| response.as_ptr())
}
