//! What the app opens on: the database, or what stands in for it.

use std::rc::Rc;

use crate::codec::{Restored, Row, restore_rows};
use crate::platform::{self, BrowserStore, Database, DatabaseError, SmallStore};
use crate::state::{Keeping, Left};

/// What the start finds.
pub enum Found {
    /// All that the app opens on.
    Open(Store),
    /// A database that waits for its passphrase.
    Locked(Unread),
}

/// The database, of which nothing is read yet.
#[derive(Clone)]
pub struct Unread {
    /// The database itself.
    pub database: Rc<Database>,
    /// Whether it can be changed.
    pub keeping: Keeping,
}

/// Place and content of the store.
pub struct Store {
    /// Where it is kept.
    pub place: BrowserStore,
    pub stored: Restored,
    /// What a visit before has left in the small store.
    pub left: Left,
    pub keeping: Keeping,
    pub database: Option<Rc<Database>>,
}

/// Opens the database, or the small store where the browser refuses one. A database that cannot be read is an error: to
/// go on without it would look as if all were gone.
///
/// # Errors
/// When the database cannot be read.
pub async fn open_store() -> Result<Found, DatabaseError> {
    if platform::is_for_now() {
        return Ok(Found::Open(Store::without_database(BrowserStore::Nowhere, Vec::new(), Keeping::ForNow)));
    }
    let (database, keeping) = match Database::open().await {
        Ok(database) => (database, Keeping::Database),
        Err(DatabaseError::Newer) => (Database::open_as_it_stands().await?, Keeping::ReadOnly),
        Err(DatabaseError::Refused) => return Ok(Found::Open(small_store())),
        Err(error @ DatabaseError::Unreadable) => return Err(error),
    };
    let unread = Unread { database: Rc::new(database), keeping };
    if unread.database.is_locked() { Ok(Found::Locked(unread)) } else { unread.read().await.map(Found::Open) }
}

fn small_store() -> Store {
    match SmallStore::open() {
        Some(small) => Store::without_database(BrowserStore::Small(small), small.rows(), Keeping::SmallStore),
        None => Store::without_database(BrowserStore::Nowhere, Vec::new(), Keeping::MemoryOnly),
    }
}

impl Unread {
    /// Reads what the app starts with.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn read(self) -> Result<Store, DatabaseError> {
        let Self { database, keeping } = self;
        let small = SmallStore::open();
        let stored = restore_rows(database.read_at_start().await?);
        let left = small.map(SmallStore::left).unwrap_or_default();
        let place = BrowserStore::Database(database.clone(), small);
        Ok(Store { place, stored, left, keeping, database: Some(database) })
    }
}

impl Store {
    fn without_database(place: BrowserStore, rows: Vec<Row>, keeping: Keeping) -> Self {
        Self { place, stored: restore_rows(rows), left: Left::default(), keeping, database: None }
    }
}
