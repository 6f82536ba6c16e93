//! What follows its signals, in as few types as there can be.
//!
//! A view makes a piece of machine code for each *type* of closure it holds, and each closure is a type of its own.
//! Behind these few types they share one: together a quarter of the download.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A text, number or flag that follows its signals.
pub fn live<T: Send + Sync + 'static>(f: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    Signal::derive(f)
}

/// A piece of the page that is made anew when its signals change.
pub fn part<V: IntoAny>(mut f: impl FnMut() -> V + Send + 'static) -> Box<dyn FnMut() -> AnyView + Send> {
    Box::new(move || f().into_any())
}

/// A value that is worked out once for each change of its signals, and passes on only real changes.
pub fn memo<T: PartialEq + Send + Sync + 'static>(f: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    fn erased<T: PartialEq + Send + Sync + 'static>(f: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
        Memo::new(move |_| f())
    }
    erased(Box::new(f))
}

/// What a click or a tap does.
pub fn tap(mut f: impl FnMut() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| f())
}
