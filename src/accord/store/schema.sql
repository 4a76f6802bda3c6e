-- One archive is one DuckDB file. A report is known by the digest of its text and its id; all else hangs on it.
-- Positions are half-open code-point offsets into report.text. Values are those of contract.md.
-- number: of the report, in the order of addition, at its row and at all that hang on it. Rows come in that order, so that DuckDB finds those of
-- a report by the least and greatest number of each block, whatever the size of the archive; ids stand in no order.
CREATE TABLE meta (schema_version INTEGER NOT NULL, created_by TEXT NOT NULL);

CREATE TABLE report (
    id TEXT PRIMARY KEY, digest TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, location TEXT NOT NULL, url TEXT, publisher TEXT, headline TEXT,
    headline_start INTEGER, headline_end INTEGER, language TEXT, text TEXT NOT NULL, stated JSON NOT NULL, published JSON NOT NULL,
    dateline JSON, noise JSON NOT NULL, added_at TIMESTAMP NOT NULL,
    number INTEGER
);
-- tokens: a JSON list of [start, end, text, lemma, pos, tag, dep, head, ner, ner_begins].
-- modalities: a JSON object of token index to modality, of the tokens that are not "asserted"; NULL if the report was not judged.
CREATE TABLE sentence (report_id TEXT NOT NULL, index INTEGER NOT NULL, block INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, tokens JSON NOT NULL, modalities JSON, number INTEGER);
CREATE TABLE entity (report_id TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, sector TEXT, record JSON NOT NULL, number INTEGER);
CREATE TABLE time_expression (report_id TEXT NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL, record JSON NOT NULL, number INTEGER);
CREATE TABLE quantity (report_id TEXT NOT NULL, low DOUBLE, high DOUBLE, unit TEXT NOT NULL, effect TEXT, record JSON NOT NULL, number INTEGER);
CREATE TABLE place (report_id TEXT NOT NULL, name TEXT NOT NULL, country TEXT, latitude DOUBLE, longitude DOUBLE, record JSON NOT NULL, number INTEGER);
CREATE TABLE attribution (report_id TEXT NOT NULL, speaker TEXT, kind TEXT NOT NULL, anonymous BOOLEAN NOT NULL, record JSON NOT NULL, number INTEGER);
CREATE TABLE statement (
    report_id TEXT NOT NULL, id TEXT NOT NULL, event_type TEXT NOT NULL, mode TEXT, quad TEXT NOT NULL, modality TEXT NOT NULL,
    time TEXT, score DOUBLE NOT NULL, record JSON NOT NULL, number INTEGER
);
