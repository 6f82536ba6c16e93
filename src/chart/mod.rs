//! The picture: shapes in `f64`, and the painters that draw them.
