//! Links, as they leave.

use crate::codec::{LinkError, Shared, write_link};
use crate::domain::Instrument;
use crate::instruments::is_built_in;
use crate::platform;
use crate::state::Route;
use crate::ui::built_in::built_in;

/// What a link to `shared` carries. Lists that come with the app are only named in it.
///
/// # Errors
/// [`LinkError::TooLong`].
pub async fn payload_of(shared: &Shared) -> Result<String, LinkError> {
    let forms: Vec<&Instrument> = match shared {
        Shared::Instrument(form) => vec![form],
        Shared::Record(record) | Shared::Return(record) => vec![&record.instrument],
        Shared::Everything { records, instruments } => {
            records.iter().map(|record| &record.instrument).chain(instruments).collect()
        }
    };
    let mut known: Vec<Instrument> = Vec::new();
    for id in forms.into_iter().map(|form| &form.about.id) {
        if is_built_in(id.as_str()) && known.iter().all(|form| form.about.id != *id) {
            known.extend(built_in(id.as_str()).await.map(|form| Instrument::clone(&form)));
        }
    }
    write_link(shared, &known)
}

/// The whole link that carries `payload`, or a piece of one.
pub fn link_with(payload: &str) -> String {
    platform::address() + &Route::link(payload)
}
