#!/usr/bin/env python3
# SPDX-FileCopyrightText: Stagekeeper developers
# SPDX-License-Identifier: Apache-2.0
"""Writes small stores in the formats of the seed's ModelRegistry, MetadataStore and ArtifactManager into seed/.

Some rows are damaged on purpose; the tests of the importers name them. Run it again to get the same files.
"""

import hashlib
import json
import pathlib
import shutil
import sqlite3

ROOT = pathlib.Path(__file__).parent / "seed"


def write_json(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2) + "\n")


def register(root, index, name, version, registered_at, stage, metrics, metadata, artifacts=(), tamper=False):
    folder = root / name / version
    folder.mkdir(parents=True, exist_ok=True)
    model = f"weights of {name} {version}\n".encode()
    (folder / "model.pth").write_bytes(model + (b"changed\n" if tamper else b""))
    write_json(folder / "metadata.json", metadata | {
        "version": version,
        "registered_at": registered_at,
        "model_hash": hashlib.md5(model).hexdigest(),
        "model_path": f"model_registry/{name}/{version}/model.pth",
        "metrics": metrics,
    })
    for file_name, content in artifacts:
        (folder / "artifacts").mkdir(exist_ok=True)
        (folder / "artifacts" / file_name).write_text(content)
    index["models"].setdefault(name, {"versions": []})["versions"].append(
        {"version": version, "registered_at": registered_at, "metrics": metrics, "stage": stage})


def make_registry(root):
    index = {"models": {}}
    base = {"framework": "pytorch", "task": "classification"}
    register(root, index, "image_classifier", "1.0.0", "2024-01-14T12:30:45.123456", "Archived",
             {"accuracy": 0.95, "f1": 0.94}, base, [("labels.json", '["cat", "dog"]\n'), ("notes.txt", "first\n")])
    register(root, index, "image_classifier", "1.1.0", "2024-02-01T08:00:00", "Production",
             {"accuracy": 0.96, "loss": float("nan")}, base | {"owner": "vision team"})
    register(root, index, "image_classifier", "1.2.0", "2024-03-01T08:00:00", "Development", {"accuracy": 0.97}, base, tamper=True)
    register(root, index, "image_classifier", "1.3.0", "2024-03-02T08:00:00", "Canary", {"accuracy": 0.97}, base)
    register(root, index, "text_ranker", "0.1.0", "2024-04-01T09:15:00", "Staging", {"ndcg": 0.71}, {})
    versions = index["models"]["image_classifier"]["versions"]
    versions.append({"version": "9.9.9", "registered_at": "2024-05-01T00:00:00", "metrics": {}, "stage": "Development"})
    versions.append(dict(versions[0], stage="Development"))
    versions.append({"version": "../../text_ranker/0.1.0", "registered_at": "x", "metrics": {}, "stage": "Development"})
    write_json(root / "index.json", index)


SCHEMA = """
CREATE TABLE IF NOT EXISTS models (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    model_name TEXT NOT NULL, version TEXT NOT NULL, framework TEXT NOT NULL, task TEXT NOT NULL,
    training_data_version TEXT, training_start TEXT, training_end TEXT,
    architecture TEXT, parameters INTEGER, model_size_mb REAL,
    stage TEXT NOT NULL, deployed_at TEXT, deployment_environment TEXT,
    tags TEXT, description TEXT, git_commit TEXT, git_branch TEXT,
    parent_model TEXT, parent_version TEXT, data_sources TEXT,
    data_retention_days INTEGER DEFAULT 365, pii_present INTEGER DEFAULT 0, gdpr_compliant INTEGER DEFAULT 1,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    UNIQUE(model_name, version)
);
CREATE TABLE IF NOT EXISTS metrics (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    model_id INTEGER NOT NULL, metric_name TEXT NOT NULL, metric_value REAL NOT NULL,
    FOREIGN KEY (model_id) REFERENCES models (id)
);
"""


def make_database(path):
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA)
    rows = [
        ("image_classifier", "1.0.0", "Production", "2024-01-03T09:00:00", '["vision", "production"]', None, None, 0, 1),
        ("image_classifier", "1.1.0", "Production", "2024-02-03T09:00:00", '["vision"]', "image_classifier", "1.0.0", 1, 0),
        ("image_classifier", "1.2.0", "Staging", None, "not JSON", None, None, 0, 1),
        ("image_classifier", "1.3.0", "Shadow", None, "[]", None, None, 0, 1),
        ("text_ranker", "0.1.0", "Development", None, "[]", None, None, 7, 1),
    ]
    for name, version, stage, deployed_at, tags, parent, parent_version, pii, gdpr in rows:
        cursor = connection.execute(
            "INSERT INTO models (model_name, version, framework, task, training_data_version, training_start, training_end,"
            " architecture, parameters, model_size_mb, stage, deployed_at, tags, description, git_commit, git_branch,"
            " parent_model, parent_version, data_sources, data_retention_days, pii_present, gdpr_compliant, created_at)"
            " VALUES (?, ?, 'pytorch', 'classification', 'v1.0', '2024-01-01T00:00:00', '2024-01-02T12:00:00', 'resnet50',"
            " 25600000, 98.5, ?, ?, ?, '', 'abc1234', 'main', ?, ?, '[\"imagenet\"]', 730, ?, ?, '2024-01-02 13:00:00')",
            (name, version, stage, deployed_at, tags, parent, parent_version, pii, gdpr))
        for metric, value in (("accuracy", 0.95), ("f1", float("inf"))):
            connection.execute("INSERT INTO metrics (model_id, metric_name, metric_value) VALUES (?, ?, ?)",
                               (cursor.lastrowid, metric, value))
    connection.commit()
    connection.execute("VACUUM")
    connection.close()


def make_artifacts(root):
    index = {"artifacts": {}}

    def store(name, version, file_name, tamper=False, path=None):
        content = f"artifact {name} {version}\n".encode()
        target = root / name / version / file_name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content + (b"changed\n" if tamper else b""))
        index["artifacts"][f"{name}:{version}"] = {
            "name": name, "version": version, "hash": hashlib.sha256(content).hexdigest(), "size_bytes": len(content),
            "stored_at": "2024-01-14T12:30:45.123456", "path": path or f"artifacts/{name}/{version}/{file_name}",
            "metadata": {"framework": "pytorch", "task": "classification"}}

    store("image_classifier", "1.0.0", "model.pth")
    store("image_classifier", "1.1.0", "model.pth", tamper=True)
    store("text_ranker", "0.1.0", "ranker.bin", path="C:\\models\\ranker.bin")
    store("text_ranker", "0.2.0", "ranker.bin", path="/etc/missing.bin")
    write_json(root / "artifacts.json", index)


if __name__ == "__main__":
    shutil.rmtree(ROOT, ignore_errors=True)
    ROOT.mkdir(parents=True)
    make_registry(ROOT / "registry")
    make_database(ROOT / "metadata.db")
    make_artifacts(ROOT / "artifacts")
