//! Sentences that say "always".
