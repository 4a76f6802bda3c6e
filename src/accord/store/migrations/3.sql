-- 2 -> 3: reports are numbered, so that the rows of one are found at a cost that does not grow with the archive.
ALTER TABLE report ADD COLUMN number INTEGER;
ALTER TABLE sentence ADD COLUMN number INTEGER;
ALTER TABLE entity ADD COLUMN number INTEGER;
ALTER TABLE time_expression ADD COLUMN number INTEGER;
ALTER TABLE quantity ADD COLUMN number INTEGER;
ALTER TABLE place ADD COLUMN number INTEGER;
ALTER TABLE attribution ADD COLUMN number INTEGER;
ALTER TABLE statement ADD COLUMN number INTEGER;
UPDATE report SET number = o.n FROM (SELECT id AS i, row_number() OVER (ORDER BY added_at, id) AS n FROM report) o WHERE id = o.i;
UPDATE sentence SET number = r.number FROM report r WHERE sentence.report_id = r.id;
UPDATE entity SET number = r.number FROM report r WHERE entity.report_id = r.id;
UPDATE time_expression SET number = r.number FROM report r WHERE time_expression.report_id = r.id;
UPDATE quantity SET number = r.number FROM report r WHERE quantity.report_id = r.id;
UPDATE place SET number = r.number FROM report r WHERE place.report_id = r.id;
UPDATE attribution SET number = r.number FROM report r WHERE attribution.report_id = r.id;
UPDATE statement SET number = r.number FROM report r WHERE statement.report_id = r.id;
UPDATE meta SET schema_version = 3;
