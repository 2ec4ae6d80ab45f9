//! The index of a registry that `--registry` opens: damaged bytes are refused or answer nothing. Names are not looked up: their map
//! is guarded by a checksum alone, which a search guided by comparisons forges (SECURITY.md).
#![no_main]

use collabgraph::names::registry::InstitutionRegistry;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some(registry) = InstitutionRegistry::from_bytes(bytes.to_vec()) else { return };
    let _ = registry.by_id("05apxxy63");
    for record in 0..registry.len().min(4) as u32 {
        let _ = (registry.name(record).len(), registry.ancestors(record), registry.institution(record));
    }
});
