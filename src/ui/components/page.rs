//! The frame of every page: heading, what is saved, the way back, and the navigation in reach of the thumb.

use leptos::prelude::*;

use super::SaveStateText;
use crate::platform;
use crate::state::{Keeping, Route};
use crate::ui::navigation::{app, navigation};
use crate::ui::say::t;
use crate::words::Key;

/// A page with its heading.
#[component]
pub fn Page(
    /// What the page is, for its heading and the browser's tab.
    #[prop(into)]
    title: Signal<String>,
    /// Where "back" leads; without it the page is a main one.
    #[prop(optional_no_strip, into)]
    back: Option<Route>,
    /// The way on, in reach of the thumb: it takes the place of the navigation.
    #[prop(optional, into)]
    footer: Option<ViewFn>,
    /// The page's content.
    children: Children,
) -> impl IntoView {
    let app = app();
    // What is just for now says so wherever it is shown, and leaves no name in the browser's history.
    let navigation = navigation();
    let for_now = Memo::new(move |_| navigation.route().record().is_some_and(|id| app.is_for_now(id)));
    Effect::new(move |_| {
        let title = title.get();
        platform::set_title(if for_now.get() { "Roundel" } else { &title });
    });
    view! {
        <div class="page">
            <header class="page-head">
                {back.map(|route| view! {
                    <a class="back" href=route.to_hash() aria-label=t(Key::Back)>
                        <span class="icon icon-back" aria-hidden="true"></span>
                    </a>
                })}
                <h1 tabindex="-1">{move || title.get()}</h1>
                <SaveStateText />
            </header>
            {move || for_now.get().then(|| view! { <p class="banner">{t(Key::ForNow)}</p> })}
            {move || view! { <KeepingBanner keeping=app.keeping() /> }}
            <main class="page-body">{children()}</main>
            {match footer {
                Some(footer) => view! { <footer class="page-foot">{footer.run()}</footer> }.into_any(),
                None => view! { <Tabs /> }.into_any(),
            }}
        </div>
    }
}

/// Where things are kept, when it is not as it should be.
#[component]
fn KeepingBanner(keeping: Keeping) -> impl IntoView {
    let words = match keeping {
        Keeping::Database | Keeping::Gone => return None,
        Keeping::SmallStore => Key::SmallStore,
        Keeping::MemoryOnly => Key::MemoryOnly,
        Keeping::ForNow => Key::ForNowAll,
        Keeping::ReadOnly => Key::ReadOnly,
    };
    let load = (keeping == Keeping::ReadOnly).then(|| {
        view! { <button type="button" class="link" on:click=|_| platform::reload()>{t(Key::LoadAnew)}</button> }
    });
    let finish = (keeping == Keeping::ForNow).then(|| {
        view! { <a href=Route::Storage.to_hash()>{t(Key::ForNowFinish)}</a> }
    });
    Some(view! { <p class="banner" role="status">{t(words)}" "{load}{finish}</p> })
}

fn is_of_lists(route: &Route) -> bool {
    matches!(route, Route::Library | Route::Instrument(_) | Route::Design(_))
}

fn is_of_more(route: &Route) -> bool {
    matches!(route, Route::More | Route::Storage | Route::Carry | Route::Bin | Route::Guide)
}

#[component]
fn Tabs() -> impl IntoView {
    let navigation = navigation();
    let current = move |is_here: fn(&Route) -> bool| is_here(&navigation.route()).then_some("page");
    view! {
        <nav class="tabs" aria-label=t(Key::Navigation)>
            <a href=Route::Home.to_hash() aria-current=move || current(|route| !is_of_lists(route) && !is_of_more(route))>
                <span class="icon icon-charts" aria-hidden="true"></span>
                {t(Key::TabCharts)}
            </a>
            <a href=Route::Library.to_hash() aria-current=move || current(is_of_lists)>
                <span class="icon icon-library" aria-hidden="true"></span>
                {t(Key::TabLibrary)}
            </a>
            <a href=Route::More.to_hash() aria-current=move || current(is_of_more)>
                <span class="icon icon-more" aria-hidden="true"></span>
                {t(Key::TabMore)}
            </a>
        </nav>
    }
}
