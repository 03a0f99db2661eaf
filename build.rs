//! Rebuilds when a built-in pack changes: the binary carries them.

fn main() {
    println!("cargo:rerun-if-changed=forms");
}
