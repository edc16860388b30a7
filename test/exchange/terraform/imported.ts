// Imports of Terraform in tests: files as one text in, Writ text, notes and findings out.
import { strict as assert } from 'node:assert';
import type { Imported } from '../../../server/src/exchange/importer.ts';
import { importTerraform } from '../../../server/src/exchange/terraform/terraform.ts';
import { snapshotOf } from '../../support/fixture.ts';

/** Takes one text, in parts under `--- file: a.tf` lines; without any it is `main.tf`. */
export function importOf(text: string): Imported {
  const parts = text.split(/^--- file: (.+)\n/m);
  const files = [{ path: 'main.tf', text: parts[0] ?? '' }];
  for (let i = 1; i < parts.length; i += 2) files.push({ path: parts[i] ?? '', text: parts[i + 1] ?? '' });
  return importTerraform(files.map((file) => ({ path: file.path, bytes: new TextEncoder().encode(file.text) })));
}

/** All files, each under its name. */
export function written({ files }: Imported): string {
  return files.map(({ path, text }) => `--- file: ${path}\n${text}`).join('');
}

/** `lost main.tf:3 …`, lines counted from 1. */
export function notesOf({ notes }: Imported): readonly string[] {
  return notes.map(({ path, line, gravity, message }) => `${gravity} ${path}:${(line ?? 0) + 1} ${message}`);
}

/** `rule: message` of every error that the check of the imported files finds. */
export function errorsOf(imported: Imported): readonly string[] {
  const { findings } = snapshotOf(written(imported));
  return findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule}: ${message}`);
}

/** An app with a field of each type, as an export has it. */
export const desk = `
resource "elementum_app" "desk" {
  name           = "Desk"
  namespace      = "desk"
  status_options = [{ label = "Open" }, { label = "Closed", tags = ["CLOSED"] }]
  stages         = [{ key = "first", name = "First" }, { key = "second", name = "Second" }]
}
resource "elementum_text_field" "subject" {
  object_id = elementum_app.desk.id
  name      = "Subject"
}
resource "elementum_number_field" "priority" {
  object_id = elementum_app.desk.id
  name      = "Priority"
}
resource "elementum_boolean_field" "urgent" {
  object_id = elementum_app.desk.id
  name      = "Urgent"
}
resource "elementum_date_field" "due" {
  object_id = elementum_app.desk.id
  name      = "Due"
}
resource "elementum_datetime_field" "seen" {
  object_id = elementum_app.desk.id
  name      = "Seen"
}
resource "elementum_dropdown_field" "level" {
  object_id = elementum_app.desk.id
  name      = "Level"
  options   = [{ label = "High" }, { label = "Low" }]
}
resource "elementum_multiselect_field" "tags" {
  object_id = elementum_app.desk.id
  name      = "Tags"
  options   = [{ label = "vip" }, { label = "late" }]
}
resource "elementum_user_field" "keeper" {
  object_id = elementum_app.desk.id
  name      = "Keeper"
}
resource "elementum_user_field" "owner" {
  object_id = elementum_app.desk.id
  name      = "Owner"
}
resource "elementum_group_field" "team" {
  object_id = elementum_app.desk.id
  name      = "Team"
}
data "elementum_user" "ines" {
  email = "ines@acme.com"
}
data "elementum_group" "crew" {
  name = "Crew"
}
`;

/** A policy to one user, with what stands behind `filter =`. */
export function policyWith(filter: string | undefined): string {
  const line = filter === undefined ? '' : `\n  filter = ${filter}`;
  return `resource "elementum_access_policy" "rule" {\n  object_id = elementum_app.desk.id\n  user_ids = [data.elementum_user.ines.id]${line}\n}\n`;
}

/** The condition that a policy with this filter gets: nothing where there is none, `left out` where there is no policy. */
export function conditionOf(filter: string | undefined): string {
  const imported = importOf(desk + policyWith(filter));
  const text = imported.files.map((file) => file.text).join('');
  const policy = /policy Rule \{\s*to ines\s*(?:when (.*?))?\s*\}/s.exec(text);
  const condition = policy === null ? 'left out' : (policy[1] ?? '').replace(/\s+/g, ' ');
  const expected = condition.includes('unreadable: ') ? /^unknown-field: .*unreadable: / : undefined;
  for (const error of errorsOf(imported)) assert.match(error, expected ?? /^no error at all$/, filter);
  if (expected !== undefined) assert.ok(errorsOf(imported).length > 0, 'what is unreadable is an error');
  return condition;
}
