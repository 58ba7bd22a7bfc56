-- SPDX-FileCopyrightText: Stagekeeper developers
-- SPDX-License-Identifier: Apache-2.0
-- Schema 1. Times are microseconds since 1970 UTC unless they are texts that must come out as they came in.

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stages (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('initial', 'working', 'live', 'archive')),
  capacity INTEGER NOT NULL DEFAULT 0 CHECK (capacity >= 0)
) STRICT;

CREATE TABLE models (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  description TEXT NOT NULL DEFAULT '',
  versions INTEGER NOT NULL DEFAULT 0 CHECK (versions >= 0),
  updated_at INTEGER NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE versions (
  id INTEGER PRIMARY KEY,
  model_id INTEGER NOT NULL REFERENCES models (id),
  version TEXT NOT NULL CHECK (length(version) > 0),
  precedence BLOB NOT NULL,
  stage_id INTEGER NOT NULL REFERENCES stages (id),
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  framework TEXT NOT NULL DEFAULT '',
  task TEXT NOT NULL DEFAULT '',
  architecture TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  parameters INTEGER,
  model_size_mb REAL,
  training_data_version TEXT NOT NULL DEFAULT '',
  training_start TEXT NOT NULL DEFAULT '',
  training_end TEXT NOT NULL DEFAULT '',
  training_duration_seconds REAL,
  test_set TEXT NOT NULL DEFAULT '',
  deployed_at TEXT NOT NULL DEFAULT '',
  deployment_environment TEXT NOT NULL DEFAULT '',
  git_commit TEXT NOT NULL DEFAULT '',
  git_branch TEXT NOT NULL DEFAULT '',
  data_retention_days INTEGER,
  pii_present INTEGER CHECK (pii_present IN (0, 1)),
  gdpr_compliant INTEGER CHECK (gdpr_compliant IN (0, 1)),
  experiment_id TEXT NOT NULL DEFAULT '',
  experiment_name TEXT NOT NULL DEFAULT '',
  signature TEXT,
  extra TEXT,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (model_id, version)
) STRICT;
CREATE INDEX versions_precedence ON versions (model_id, precedence, id);
CREATE INDEX versions_created ON versions (model_id, created_at, id);
CREATE INDEX versions_stage_created ON versions (model_id, stage_id, created_at, id);
CREATE INDEX versions_stage_precedence ON versions (model_id, stage_id, precedence, id);
CREATE INDEX versions_all_created ON versions (created_at, id);
CREATE INDEX versions_model ON versions (model_id, id);
CREATE INDEX versions_created_by ON versions (model_id, created_by, id);
CREATE INDEX versions_framework ON versions (model_id, framework, id);
CREATE INDEX versions_task ON versions (model_id, task, id);
CREATE INDEX versions_architecture ON versions (model_id, architecture, id);
CREATE INDEX versions_parameters ON versions (model_id, parameters, id);
CREATE INDEX versions_model_size_mb ON versions (model_id, model_size_mb, id);
CREATE INDEX versions_git_branch ON versions (model_id, git_branch, id);

-- Names of metrics, hyperparameters and tags; direction is for metrics: 1 higher is better, -1 lower, 0 says nothing,
-- NULL not stated (the usual direction of the name holds).
CREATE TABLE names (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  direction INTEGER CHECK (direction IN (-1, 0, 1))
) STRICT;

-- value NULL: NaN was logged. No row: not measured.
CREATE TABLE metrics (
  version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  metric_id INTEGER NOT NULL REFERENCES names (id),
  model_id INTEGER NOT NULL,
  value REAL,
  PRIMARY KEY (version_id, metric_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX metrics_value ON metrics (model_id, metric_id, value, version_id);

-- points: pairs of step (int64) and value (IEEE 754 double), little-endian.
CREATE TABLE curves (
  version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  metric_id INTEGER NOT NULL REFERENCES names (id),
  points BLOB NOT NULL,
  PRIMARY KEY (version_id, metric_id)
) STRICT, WITHOUT ROWID;

-- value: a JSON value. number: the same when it is a number, for comparing.
CREATE TABLE params (
  version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  name_id INTEGER NOT NULL REFERENCES names (id),
  model_id INTEGER NOT NULL,
  value TEXT NOT NULL,
  number REAL,
  PRIMARY KEY (version_id, name_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX params_number ON params (model_id, name_id, number, version_id);
CREATE INDEX params_value ON params (model_id, name_id, value, version_id, number) WHERE number IS NULL;

CREATE TABLE tags (
  version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  name_id INTEGER NOT NULL REFERENCES names (id),
  model_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  value TEXT,
  PRIMARY KEY (version_id, name_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_value ON tags (model_id, name_id, value, version_id);

CREATE TABLE data_sources (
  version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  digest TEXT NOT NULL DEFAULT '',
  row_count INTEGER,
  column_count INTEGER,
  uri TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (version_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX data_sources_name ON data_sources (name, digest, version_id);

-- Parents by name: they may be registered later, or live elsewhere.
CREATE TABLE parents (
  version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  parent_model TEXT NOT NULL,
  parent_version TEXT NOT NULL,
  PRIMARY KEY (version_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX parents_of ON parents (parent_model, parent_version, version_id);

CREATE TABLE artifacts (
  version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  bytes INTEGER NOT NULL DEFAULT -1,
  sha256 TEXT NOT NULL DEFAULT '',
  uri TEXT NOT NULL DEFAULT '',
  stored INTEGER NOT NULL CHECK (stored IN (0, 1)),
  position INTEGER NOT NULL,
  PRIMARY KEY (version_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX artifacts_sha256 ON artifacts (sha256);

CREATE TABLE aliases (
  model_id INTEGER NOT NULL REFERENCES models (id),
  alias TEXT NOT NULL CHECK (length(alias) > 0),
  version_id INTEGER NOT NULL REFERENCES versions (id),
  PRIMARY KEY (model_id, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_version ON aliases (version_id, alias);

-- A removed version as one JSON document, so that the tables that are searched hold only what is in use.
CREATE TABLE trash (
  id INTEGER PRIMARY KEY,
  model_id INTEGER NOT NULL REFERENCES models (id),
  version TEXT NOT NULL,
  document TEXT NOT NULL,
  removed_at INTEGER NOT NULL
) STRICT;

-- The log: what counts is "leaf", the exact bytes of a DSSE envelope; leaf_hash is its RFC 6962 leaf hash, prev the
-- leaf_hash before it. The other columns repeat what the leaf says, to find entries by; a check compares them.
CREATE TABLE audit_log (
  seq INTEGER PRIMARY KEY,
  prev BLOB NOT NULL UNIQUE,
  leaf BLOB NOT NULL,
  leaf_hash BLOB NOT NULL UNIQUE,
  action TEXT NOT NULL,
  model TEXT NOT NULL DEFAULT '',
  version TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX audit_log_subject ON audit_log (model, version, seq);
CREATE INDEX audit_log_action ON audit_log (action, seq);
CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log BEGIN
  SELECT raise(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log BEGIN
  SELECT raise(ABORT, 'the audit log is append-only');
END;
