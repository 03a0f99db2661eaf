//! The reference tables as a value of expressions, so that a function of ours can look into them.
//!
//! Packs never see it: [`super::expression`] hands it to the functions that need it.

use crate::data::Reference;
use cel::common::types::Type;
use cel::common::value::{StaticVal, Val};
use std::any::Any;
use std::sync::{Arc, LazyLock};

static TYPE: LazyLock<Type> = LazyLock::new(|| Type::new_opaque_type("loket.tables"));

/// The tables of a form.
#[derive(Debug, Clone)]
pub(super) struct Tables(pub(super) Arc<Reference>);

impl Val for Tables {
    fn get_type(&self) -> &Type {
        &TYPE
    }

    fn cel_type() -> &'static Type {
        &TYPE
    }

    fn clone_as_boxed<'v>(&self) -> Box<dyn Val + 'v>
    where
        Self: 'v,
    {
        Box::new(self.clone())
    }

    fn as_any(&self) -> Option<&dyn Any> {
        Some(self)
    }
}

impl StaticVal for Tables {}
