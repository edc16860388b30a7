// What exports of the vendor's tool get wrong or leave out: each is survived, nothing is guessed and nothing goes unsaid.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { importTerraform } from '../../../server/src/exchange/terraform/terraform.ts';
import { conditionOf, desk, errorsOf, importOf, notesOf, policyWith, written } from './imported.ts';

/** The sign of a template. */
const open = '$\u007b';

function role(body: string, label = 'agent'): string {
  return `resource "elementum_role" "${label}" {\n  object_id = elementum_app.desk.id\n  name = "Agent"\n${body}\n}\n`;
}

function automation(body = ''): string {
  return `resource "elementum_automation" "route" {
  app_id = elementum_app.desk.id
  name   = "Route"
}
resource "elementum_record_created_trigger" "route" {
  automation_id = elementum_automation.route.id
}
${body}`;
}

function hasNote(text: string, pattern: RegExp): void {
  const notes = notesOf(importOf(text));
  assert.ok(
    notes.some((note) => pattern.test(note)),
    notes.join('\n'),
  );
}

function hasText(text: string, pattern: RegExp): void {
  assert.match(written(importOf(text)), pattern);
}

describe('an export of Terraform', () => {
  it('has no `import` blocks of roles: labels without a suffix are nothing to it', () => {
    const imports = 'import {\n  to = elementum_access_policy.rule\n  id = "a:b"\n}\n';
    hasText(desk + role('  user_ids = [data.elementum_user.ines.id]') + imports, /role Agent \{\s+members ines\s/);
  });

  it('refers to people whom it does not declare: placeholders stand for them, and an error asks who they are', () => {
    const text =
      desk + role('  user_ids = [data.elementum_user.kofi_1.id]\n  group_ids = [data.elementum_group.night.id]');
    hasText(text, /user kofi_1 "not known: kofi_1"/);
    hasText(text, /group night \{\}/);
    hasText(text, /members night, kofi_1/);
    hasNote(text, /^lost .*`kofi_1`.*placeholder.*may be a service account$/);
    assert.deepEqual(errorsOf(importOf(text)), ['invalid-value: `not known: kofi_1` is no address']);
  });

  it('has roles and policies of the root app alone: blocks for others are only counted', () => {
    const imports = 'import {\n  to = elementum_access_policy.other_access_policy\n  id = "aa:bb"\n}\n';
    assert.deepEqual(
      notesOf(importOf(desk + imports)).filter((note) => /polic/.test(note)),
      [],
    );
    assert.ok(importOf(desk).unsaid.some((line) => line.startsWith('roles and policies of objects other than')));
  });

  it('has policies without a filter, and that is not all records', () => {
    assert.equal(conditionOf(undefined), '"unreadable: the filter is not in the export" is not empty');
  });

  it('loses the bounds of BETWEEN, and left sides that are no fields', () => {
    const left = 'left_value = { field_id = elementum_number_field.priority.id }';
    assert.match(conditionOf(`{ type = "between", ${left} }`), /between on Priority, without its bounds/);
    assert.match(conditionOf('{ type = "equals", value = { type = "text", value = "x" } }'), /without a left side/);
    assert.match(
      conditionOf('{ type = "equals", left_value = {}, value = { type = "text", value = "x" } }'),
      /unreadable/,
    );
  });

  it('cuts levels silently, which is said, and levels above what an object can be given are cut with a note', () => {
    assert.ok(importOf(desk).unsaid.some((line) => line.startsWith('levels above')));
    const text =
      desk + role('  permissions = [{ group = "USERS", level = "ADMIN" }, { group = "RECORDS", level = "ADMIN" }]');
    hasText(text, /grants view on Users, admin on Records/);
    hasNote(text, /^changed .*`admin` of `Users`: `view` is the highest/);
    assert.deepEqual(errorsOf(importOf(text)), []);
  });

  it('leaves ids of options raw', () => {
    const raw = '{ type = "uuid", value = "0c9f1e7e-2b7e-4a53-9a0b-0a5d5b7b1c11" }';
    const left = 'left_value = { field_id = elementum_multiselect_field.tags.id }';
    assert.match(
      conditionOf(`{ type = "overlaps", ${left}, values = [${raw}] }`),
      /overlaps on Tags, one of its values not known/,
    );
  });

  it('declares data twice: once where both say the same, and nobody where they differ', () => {
    const same = 'data "elementum_user" "ines" {\n  email = "ines@acme.com"\n}\n';
    const text = desk + same + role('  user_ids = [data.elementum_user.ines.id]');
    hasText(text, /user ines "ines@acme.com"\n/);
    assert.deepEqual(errorsOf(importOf(text)), []);
    const other = desk + same.replace('acme.com', 'partner.io') + role('  user_ids = [data.elementum_user.ines.id]');
    hasNote(other, /`data.elementum_user.ines` stands for two different things/);
    hasText(other, /members "ines \(2\)"/);
    hasText(other, /user "ines \(2\)" "not known: ines \(2\)"/);
  });

  it('has ids with a pattern left in them', () => {
    const text = `${desk}import {\n  to = elementum_automation.route\n  id = "{app_id}:0c9f1e7e-2b7e-4a53-9a0b-0a5d5b7b1c11"\n}\n`;
    hasNote(text, /^changed .*`import` block is not understood/);
  });

  it('knows fields and groups by ids where an `import` block says whose they are', () => {
    const id = '0c9f1e7e-2b7e-4a53-9a0b-0a5d5b7b1c11';
    const imports = `import {\n  to = elementum_date_field.due\n  id = "aa:${id}"\n}\n`;
    hasText(desk + imports + policyWith(`{ type = "is_null", field_id = "${id}" }`), /when Due is empty/);
  });

  it('quotes as Go does, and does not double `${`', () => {
    const odd = desk.replace('name      = "Subject"', () => `name      = "Sub\\a\\x41ject ${open}cost} ${open}}"`);
    hasText(odd, /field "Sub\\u0007Aject \$\{cost\} \$\{\}": text/);
    hasNote(odd, /^changed main.tf:\d+ escapes that Terraform does not know/);
    hasNote(odd, /^changed main.tf:\d+ `\$\{` that is not doubled is read as text/);
    hasText(
      desk.replace('name      = "Subject"', () => `name = "$${open}cost}"`),
      /field "\$\{cost\}": text/,
    );
    hasText(
      desk.replace('name      = "Subject"', () => `name = "${open}cost}"`),
      /field "\$\{cost\}": text/,
    );
  });

  it('writes large numbers with an exponent', () => {
    const left = 'left_value = { field_id = elementum_number_field.priority.id }';
    const value = (text: string) => `{ type = "equals", ${left}, value = { type = "number", value = "${text}" } }`;
    assert.equal(conditionOf(value('1.5e+06')), 'Priority is 1500000');
    assert.equal(conditionOf(value('2.5e-1')), 'Priority is 0.25');
    assert.match(conditionOf(value('1e+30')), /unreadable/);
    assert.match(conditionOf(value('12345678901234567890')), /unreadable/);
  });

  it('drops tasks of unknown types and leaves gaps in others', () => {
    const task = (type: string, more = '') =>
      `resource "elementum_${type}_task" "${type}" {\n  parent_id = elementum_record_created_trigger.route.id\n  name = "Step"\n${more}}\n`;
    const text =
      desk +
      automation(
        task('update_field') + task('teleport') + task('create_record', '  object_id = "TODO_MISSING_OBJECT_ID"\n'),
      );
    hasText(text, /automation Route \{\s+trigger createRecord\s+action updateField\s+action createRecord\s+\}/);
    hasNote(text, /^lost .*`Step` of `Route` is of no known type/);
    hasNote(text, /^changed .*`Step` of `Route` does not say of which object/);
  });

  it('has no account of automations: the check asks who built them', () => {
    assert.deepEqual(errorsOf(importOf(desk + automation())), [
      'missing-property: the automation `Route` needs `built by`',
    ]);
  });

  it('does not export system fields: every app has them', () => {
    hasText(
      desk,
      /field Title: text\n[\s\S]*field "Closed At": datetime\n\s+field Status: choice\("Open", "Closed"\)\n\s+field Stage: choice\("First", "Second"\)/,
    );
  });

  it('has references that nothing resolves', () => {
    const lone = 'resource "elementum_role" "agent" {\n  object_id = elementum_app.desk.id\n  name = "Agent"\n}\n';
    hasText(lone, /app desk \{/);
    hasNote(lone, /the app `desk` is only referred to in the export/);
    hasNote(
      'resource "elementum_role" "agent" {\n  object_id = "0c9f"\n  name = "Agent"\n}\n',
      /`Agent` is not imported: its object/,
    );
  });

  it('has texts over several lines, with their indentation or without', () => {
    const text = (opening: string) =>
      `${desk}resource "elementum_role" "r" {\n  object_id = elementum_app.desk.id\n  name = "R"\n  description = ${opening}\n    One\n      two $${open}x}\n    EOT\n}\n`;
    hasText(text('<<-EOT'), /description "One\\n {2}two \$\{x\}"/);
    hasText(text('<<EOT'), /description "One\\n {6}two \$\{x\}"/);
  });
});

describe('roles of Terraform', () => {
  it('have levels, permissions of their own choice and shares', () => {
    const text =
      desk +
      role(`  auto_share = ["WATCHER", "APPROVAL_CHAIN"]
  permissions = [
    { group = "RECORDS", level = "EDIT" },
    { group = "SLAS", level = "NONE" },
    { group = "APPS", level = "CUSTOM", custom_permissions = ["READ_RECORDS", "READ_GROUPS", "FLY"] },
    { group = "AGENTS", level = "CUSTOM" },
    { group = "GROUPS", level = "VIEW" },
  ]`);
    hasText(text, /grants edit on Records, READ_RECORDS\n\s+auto-share on watch, approval\n/);
    hasNote(text, /^lost main.tf:\d+ the role `Agent` lists `READ_GROUPS`, which only a role of the organization/);
    hasNote(text, /^lost main.tf:\d+ the role `Agent` lists `FLY`, which is not known/);
    hasNote(text, /^lost .*does not say which: they grant nothing/);
    hasNote(text, /^lost .*`VIEW` of `GROUPS`, which no role of an object can be given/);
    assert.deepEqual(errorsOf(importOf(text)), []);
  });

  it('that are managed are so only where they list no permissions', () => {
    const admin = role('  user_ids = [data.elementum_user.ines.id]').replace('"Agent"', '"Admin"');
    hasText(desk + admin, /managed role "App Admin" \{\s+members ines\s+\}/);
    hasNote(desk + admin, /^changed .*`Admin` lists no permissions and is taken for the managed role `App Admin`/);
    hasText(
      desk + admin.replace('user_ids', 'auto_share = ["WATCHER"]\n  user_ids'),
      /role Admin \{[\s\S]*auto-share on watch/,
    );
    const own = role('  permissions = [{ group = "RECORDS", level = "VIEW" }]').replace('"Agent"', '"App Admin"');
    hasText(desk + own, /role "Custom App Admin" \{/);
  });

  it('of the same name are told apart', () => {
    const text = desk + role('', 'one') + role('  description = "x"', 'two');
    hasText(text, /role Agent \{\}[\s\S]*role "Agent \(2\)" \{/);
  });
});

describe('groups of Terraform', () => {
  it('that are dynamic have no members, as their domain is not there', () => {
    const text = 'resource "elementum_group" "p" {\n  name = "Partners"\n  dynamic = true\n  members = ["x"]\n}\n';
    hasText(text, /group Partners \{\}/);
    hasNote(text, /^lost .*dynamic/);
  });

  it('of the platform are not declared, and everybody inside seeing all is the default policy', () => {
    const text = `${desk}data "elementum_group" "internal" {\n  name = "Internal Users"\n}\n${policyWith('{ type = "true" }').replace('user_ids = [data.elementum_user.ines.id]', 'group_ids = [data.elementum_group.internal.id]')}`;
    hasText(text, /\n {2}default policy\n/);
    assert.doesNotMatch(written(importOf(text)), /group "Internal Users"/);
  });
});

describe('names of Terraform', () => {
  it('mean nothing but themselves', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'app', 'organization', 'con', 'é/../x', '"; }']) {
      const text = `resource "elementum_app" "__proto__" {\n  name = ${JSON.stringify(name)}\n  __proto__ = "x"\n  status_options = [{ label = "__proto__" }]\n}\n`;
      const imported = importOf(text);
      assert.deepEqual(errorsOf(imported), [], name);
      assert.equal(imported.files.length, 1);
      assert.match(imported.files[0]?.path ?? '', /^[a-z0-9-]+\.writ$/);
      assert.doesNotMatch(imported.files[0]?.path ?? '', /^(?:con|organization)\./);
    }
  });

  it('of files never meet', () => {
    const names = ['A', 'a', 'A-2', 'a 2', 'Ж', 'Я', 'object'];
    const text = names
      .map((name, i) => `resource "elementum_element" "e${i}" {\n  name = ${JSON.stringify(name)}\n}\n`)
      .join('');
    const paths = importOf(text).files.map(({ path }) => path);
    assert.equal(new Set(paths).size, names.length, paths.join(' '));
  });
});

describe('files of Terraform', () => {
  it('that are no UTF-8 are lost whole, and others are not', () => {
    const good = { path: 'a.tf', bytes: new TextEncoder().encode(desk) };
    const bad = { path: 'b.tf', bytes: new Uint8Array([...new TextEncoder().encode(desk), 0xff, 0xfe]) };
    const imported = importTerraform([bad, good]);
    assert.deepEqual(
      notesOf(imported).filter((note) => note.includes('b.tf')),
      ['lost b.tf:1 the file is not UTF-8, and nothing of it is imported'],
    );
    assert.equal(imported.counts.find(({ what }) => what === 'apps')?.count, 1);
  });

  it('that are longer than anybody writes are not read, in either spelling', () => {
    const files = (text: string) => {
      const hcl = `resource "elementum_app" "a" {\n  name = <<E\n${text}\nE\n  status_options = [{ label = "Open" }]\n}\n`;
      const body = { name: text, status_options: [{ label: 'Open' }] };
      const json = JSON.stringify({ resource: { elementum_app: { a: body } } });
      return [`--- file: a.tf\n${hcl}`, `--- file: a.tf.json\n${json}`];
    };
    for (const text of files('x'.repeat(1_000_001))) {
      const notes = notesOf(importOf(text));
      assert.match(notes.join('\n'), /^lost a\.tf\S*:\d a text of more than 1000000 characters is not read$/m);
      assert.match(notes.join('\n'), /^changed .* the app `a` says no name and has that of its label$/m);
    }
    for (const text of files('x'.repeat(9999))) assert.deepEqual(notesOf(importOf(text)), []);
  });

  it('that are nested too deeply are not read there', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    hasNote(`${desk}resource "elementum_app" "x" {\n  name = ${deep}\n}\n`, /nested deeper than/);
    hasNote(`--- file: a.tf.json\n{ "resource": ${deep} }`, /nested deeper than|no JSON/);
    hasNote(`${desk}resource "elementum_app" "x" ${'{ a '.repeat(100_000)}`, /nested deeper than/);
  });

  it('that hold keys twice are not guessed at', () => {
    hasNote('resource "elementum_app" "x" {\n  name = "A"\n  name = "B"\n}\n', /an attribute is there twice/);
    hasNote('--- file: a.tf.json\n{"resource":{"elementum_app":{"x":{"name":"A","name":"B"}}}}', /key twice/);
  });

  it('that hold a large number of blocks of one name or faults are read in time', () => {
    const keys = Array.from({ length: 20_000 }, () => '"resource": {}').join(',');
    assert.equal(importOf(`--- file: a.tf.json\n{${keys}}`).notes.length, 0);
    const nested = `resource "elementum_app" "x" {\n${'a {\n}\n'.repeat(50_000)}}\n`;
    assert.equal(importOf(nested).counts.find(({ what }) => what === 'apps')?.count, 1);
    const torn = `${'resource = 1\n'.repeat(3)}${'resource {\nresource = 1\n'.repeat(20_000)}`;
    assert.ok(importOf(torn).notes.length > 0);
    for (const line of [
      `"${open.repeat(200_000)}`,
      `<a${'<a'.repeat(200_000)}`,
      ' '.repeat(5_000_000),
      '"'.repeat(200_001),
    ]) {
      const text = `resource "elementum_app" "x" {\n  name = ${line}\n  name = ${line}\n}\n${line}\n${desk}`;
      assert.ok(importOf(text).notes.length > 0);
    }
    const twins = Array.from({ length: 5_000 }, (_, i) => `resource "elementum_element" "e${i}" {\n  name = "E"\n}\n`);
    assert.equal(importOf(twins.join('')).files.length, 5_000);
  });

  it('that are broken in one place are read on behind it, but not where a text may be open', () => {
    const broken = 'resource "elementum_app" "x" {\n  name = "A\n}\n';
    hasText(broken + desk, /app Desk \{/);
    const unclosed = `resource "elementum_agent" "x" {\n  description = <<-EOT\n  name = "A\n}\n${desk}`;
    assert.deepEqual(importOf(unclosed).files, []);
    for (const opening of ['<EOT', '<<', 'EOT', '<-EOT', '<<-EOT']) {
      const torn = `resource "elementum_agent" "x" {\n  description = ${opening}\n}\n${desk}${policyWith('{ type = "true" }')}`;
      assert.doesNotMatch(written(importOf(torn)), /policy/, opening);
    }
  });

  it('that lose the end of a block lose that block, and not the next ones', () => {
    const text = desk.replace('name      = "Subject"\n}', 'name      = "Subject"\n');
    const imported = importOf(text);
    assert.doesNotMatch(written(imported), /Subject/);
    assert.match(written(imported), /field Priority: number/);
    assert.ok(notesOf(imported).some((note) => /a block begins inside of it/.test(note)));
  });
});

describe('tasks of an automation', () => {
  const head = `resource "elementum_app" "desk" {
  name = "Desk"
}
resource "elementum_automation" "a" {
  app_id = elementum_app.desk.id
  name   = "Mails"
}
resource "elementum_webhook_trigger" "t" {
  automation_id = elementum_automation.a.id
}
`;
  const task = (label: string, parent: string) =>
    `resource "elementum_send_email_task" "${label}" {\n  parent_id = ${parent}.id\n  name = "${label}"\n}\n`;
  const mail = (i: number) => `elementum_send_email_task.k${i}`;

  it('are all of it, however long the chain of them is', () => {
    const count = 5000;
    const tasks = Array.from({ length: count }, (_, i) =>
      task(`k${i}`, i === 0 ? 'elementum_webhook_trigger.t' : mail(i - 1)),
    );
    const text = written(importOf(head + tasks.reverse().join('')));
    assert.equal(text.split('action sendEmail').length - 1, count);
  });

  it('are of none where one leads to the other and back', () => {
    const imported = importOf(head + task('k0', mail(1)) + task('k1', mail(0)) + task('k2', mail(1)));
    assert.equal(written(imported).includes('action'), false);
    assert.equal(notesOf(imported).filter((note) => note.includes('belongs to no automation')).length, 3);
  });
});
