/**
 * The tables, version by version: `PRAGMA user_version` says how many of these a file has had. One that was released is
 * never changed; a new text is added at the end.
 *
 * `organisation` stands first in every index, so that one file can serve many. Rows are added at the end of their tables
 * and, because ids grow with time, nearly so in their indexes. What begins with `derived_` is no truth: it is computed
 * from the rest, holds no words, and may be dropped at any time.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE organisation (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);

  CREATE TABLE log (
    key INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL REFERENCES organisation (key),
    name TEXT NOT NULL,
    seq INTEGER NOT NULL,
    chain TEXT,
    waiting INTEGER NOT NULL,
    -- Grows with every change of any log: which ones changed after a moment, and in what order.
    changed INTEGER NOT NULL,
    -- The place up to which the summary reaches, or -1 where something else that it stands on has changed.
    summarised INTEGER NOT NULL
  );
  CREATE UNIQUE INDEX log_name ON log (organisation, name);
  CREATE INDEX log_changed ON log (organisation, changed);
  CREATE INDEX log_behind ON log (organisation, key) WHERE summarised <> seq;

  -- The key is log * 2^24 + place: one log lies together and is read in its order without another index.
  -- Entries that wait have places from 2^23 up.
  CREATE TABLE entry (
    key INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL,
    log INTEGER NOT NULL REFERENCES log (key),
    id TEXT NOT NULL,
    -- Null, like the rest of the link, while the entry waits to be put in order.
    seq INTEGER,
    arrived_at TEXT,
    skew_seconds INTEGER,
    refusal TEXT,
    chain TEXT,
    -- {entry, signature} in canonical form, to the byte as it was hashed.
    text TEXT NOT NULL
  );
  CREATE UNIQUE INDEX entry_id ON entry (organisation, id);

  -- What the first entry that names a part promised about it: no later one may promise other bytes under its id.
  CREATE TABLE promise (
    organisation INTEGER NOT NULL,
    log INTEGER NOT NULL REFERENCES log (key),
    part TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (organisation, log, part)
  ) WITHOUT ROWID;

  -- Content hash of what each device said last in a log, among the entries that are in order.
  CREATE TABLE device_tip (
    organisation INTEGER NOT NULL,
    log INTEGER NOT NULL REFERENCES log (key),
    device TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (organisation, log, device)
  ) WITHOUT ROWID;

  CREATE TABLE part (
    key INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL,
    log INTEGER NOT NULL REFERENCES log (key),
    id TEXT NOT NULL,
    -- Both null once the part is erased.
    salt BLOB,
    bytes BLOB
  );
  CREATE UNIQUE INDEX part_id ON part (organisation, log, id);

  CREATE TABLE witness (
    key INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL,
    log TEXT NOT NULL,
    seq INTEGER NOT NULL,
    text TEXT NOT NULL
  );
  CREATE INDEX witness_log ON witness (organisation, log, key);

  CREATE TABLE derived_summary (
    log INTEGER PRIMARY KEY REFERENCES log (key),
    organisation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    -- What else it was computed from: the knowledge and the answers of the organisation's card.
    basis TEXT NOT NULL,
    line TEXT NOT NULL,
    view TEXT NOT NULL
  );

  CREATE TABLE derived_deadline (
    key INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL,
    log INTEGER NOT NULL REFERENCES log (key),
    due_at INTEGER NOT NULL,
    text TEXT NOT NULL
  );
  CREATE INDEX derived_deadline_due ON derived_deadline (organisation, due_at);
  CREATE INDEX derived_deadline_log ON derived_deadline (organisation, log);
  `,
];
