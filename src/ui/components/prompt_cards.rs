//! Questions that help to think of attributes, one a kind. They never fill anything in.

use leptos::prelude::*;

use crate::domain::Category;
use crate::ui::say::t;
use crate::words::Key;

/// The seven kinds of attribute (adapted from the evaluation's Table 6) and the question of three teachers.
#[component]
pub fn PromptCards(
    /// Called with the kind whose card was touched; `None` for the question of three teachers.
    #[prop(into)]
    on_pick: Callback<Option<Category>>,
) -> impl IntoView {
    let cards = Category::ALL.into_iter().map(Some).chain([None]);
    view! {
        <ul class="cards">
            {cards.map(|category| {
                let (title, question) = prompt(category);
                view! {
                    <li>
                        <button type="button" class="card-button" on:click=move |_| on_pick.run(category)>
                            <strong>{t(title)}</strong>
                            <span>{t(question)}</span>
                        </button>
                    </li>
                }
            }).collect_view()}
        </ul>
    }
}

/// Title and question of a card.
pub fn prompt(category: Option<Category>) -> (Key, Key) {
    match category {
        Some(Category::Procedural) => (Key::PromptProceduralTitle, Key::PromptProcedural),
        Some(Category::Personal) => (Key::PromptPersonalTitle, Key::PromptPersonal),
        Some(Category::Learner) => (Key::PromptLearnerTitle, Key::PromptLearner),
        Some(Category::Subject) => (Key::PromptSubjectTitle, Key::PromptSubject),
        Some(Category::WiderRole) => (Key::PromptWiderRoleTitle, Key::PromptWiderRole),
        Some(Category::Expectations) => (Key::PromptExpectationsTitle, Key::PromptExpectations),
        Some(Category::Curriculum) => (Key::PromptCurriculumTitle, Key::PromptCurriculum),
        None => (Key::PromptTriadTitle, Key::PromptTriad),
    }
}
