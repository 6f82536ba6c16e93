//! Lists whose rows keep their place on the page while others come and go.

use std::sync::Arc;

use leptos::prelude::*;

/// One row for each key: a row is made when its key appears and keeps its focus and content until it goes.
///
/// All lists share this one instance of `<For>`: each further one adds about 7 kB of wasm.
pub fn rows(
    keys: impl Fn() -> Vec<String> + Send + Sync + 'static,
    row: impl Fn(String) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    shared(Signal::derive(keys), Arc::new(row))
}

fn shared(keys: Signal<Vec<String>>, row: Arc<dyn Fn(String) -> AnyView + Send + Sync>) -> AnyView {
    view! { <For each=move || keys.get() key=String::clone children=move |key| row(key) /> }.into_any()
}
