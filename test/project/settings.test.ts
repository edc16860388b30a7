// Settings read from a `writ.json`, and the schema that editors check it by.
import { strict as assert } from 'node:assert';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { renderSettingsSchema } from '../../scripts/settings-schema.ts';
import { permissions } from '../../server/src/catalogue/permissions.ts';
import { defaultSettings, readSettings } from '../../server/src/project/settings.ts';
import { globProblem } from '../../server/src/project/settings-glob.ts';
import { rules as allRules, ruleNames } from '../../server/src/rules/registry.ts';

const locked = new Set(['syntax', 'settings', 'unreadable-file', 'directory-unreadable', 'failed-expectation']);
const known = new Set([...locked, 'unused-role', 'unused-group', 'expired-role', 'admin-sprawl']);
const rules = { known, locked };

function read(text: string) {
  return readSettings(text, rules);
}

/** Each problem as `word: message`, with ` -> replacement`. */
function problemsOf(text: string): string[] {
  return read(text).problems.map(({ start, end, message, replacement }) => {
    assert.ok(start >= 0 && start <= end && end <= text.length, text);
    return `${text.slice(start, end)}: ${message}${replacement === undefined ? '' : ` -> ${replacement}`}`;
  });
}

function checkProblems(text: string, ...expected: string[]): void {
  assert.deepEqual(problemsOf(text), expected, text);
}

describe('settings', () => {
  it('may say nothing', () => {
    for (const text of ['{}', ' {\r\n} ', '\uFEFF{}', '{"$schema": "x"}']) {
      assert.deepEqual(read(text), { settings: defaultSettings, problems: [] });
    }
  });

  it('say what is left out, how rules count, which duties part, and how the platform is read', () => {
    const { settings, problems } = read(`{
      "$schema": "writ.schema.json",
      "exclude": ["drafts/**", "*.old.writ"],
      "rules": { "unused-role": "error", "expired-role": "off", "syntax": "error" },
      "duties": [{ "name": "orders", "first": ["CREATE_RECORDS"], "second": ["DELETE_RECORDS", "UPDATE_ROLES"] }],
      "semantics": { "adminSeesAllRecords": false, "autoShareReach": "object" }
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.exclude, ['drafts/**', '*.old.writ']);
    assert.deepEqual(
      [...settings.rules],
      [
        ['unused-role', 'error'],
        ['expired-role', 'off'],
      ],
    );
    const constants = settings.duties.map(({ name, first, second }) => [
      name,
      ...[first, second].map((side) => side.map((each) => each.constant)),
    ]);
    assert.deepEqual(constants, [['orders', ['CREATE_RECORDS'], ['DELETE_RECORDS', 'UPDATE_ROLES']]]);
    assert.deepEqual(settings.semantics, { adminSeesAllRecords: false, autoShareReach: 'object' });
  });
});

describe('what is wrong with settings', () => {
  it('is text that is no JSON', () => {
    checkProblems('', ': the settings are empty, expected `{}` -> {}\n');
    checkProblems(' \n', ' \n: the settings are empty, expected `{}` -> {}\n');
    checkProblems(
      '{ // why\n "exclude": ["a", /* b */], }',
      '// why: settings are JSON, which has no comments -> ',
      ',: settings are JSON, which has no comma after the last value -> ',
      '/* b */: settings are JSON, which has no comments -> ',
      ',: settings are JSON, which has no comma after the last value -> ',
    );
    checkProblems('{"rules": {"unused-role": off}}', 'off: `off` is no JSON value -> "off"');
    checkProblems("{'rules': {}}", "'rules': `'rules'` is no JSON value -> \"rules\"");
    checkProblems('{"semantics": {"adminSeesAllRecords": False}}', 'False: `False` is no JSON value -> false');
    checkProblems('{"exclude": ["a" "b"]}', '"b": this is not JSON: expected `,`');
    checkProblems('{"exclude": ["a"]', ': this is not JSON: expected `}`');
    checkProblems('{} {}', '{: this is not JSON: expected the end of the settings');
    checkProblems('{"exclude": ["a', '"a: this is not JSON: a string that is not closed');
    checkProblems('{"exclude" }', '}: this is not JSON: expected `:`');
    checkProblems('{} /*', '/*: this is not JSON: a comment that is not closed');
  });

  it('is JSON that is no object', () => {
    for (const text of ['[]', '7', '"x"', 'null']) checkProblems(text, `${text}: the settings must be an object`);
  });

  it('is a key that there is not, or that comes twice', () => {
    checkProblems('{"exlude": []}', '"exlude": unknown setting `exlude`, did you mean `exclude`? -> "exclude"');
    checkProblems('{"Rules": {}}', '"Rules": unknown setting `Rules`, did you mean `rules`? -> "rules"');
    checkProblems('{"colour": 1}', '"colour": unknown setting `colour`');
    checkProblems('{"exclude": [], "exclude": ["a"]}', '"exclude": `exclude` is set twice');
    checkProblems(
      '{"semantics": {"adminSeesAll": true}}',
      '"adminSeesAll": unknown setting `adminSeesAll`, did you mean `adminSeesAllRecords`? -> "adminSeesAllRecords"',
    );
    checkProblems(
      '{"__proto__": {}, "toString": 1}',
      '"__proto__": unknown setting `__proto__`',
      '"toString": unknown setting `toString`',
    );
  });

  it('is a rule that there is not, that is locked, or a severity that there is not', () => {
    checkProblems(
      '{"rules": {"unused-rol": "off"}}',
      '"unused-rol": unknown rule `unused-rol`, did you mean `unused-role`? -> "unused-role"',
    );
    checkProblems('{"rules": {"": "off"}}', '"": unknown rule ``');
    const severity = 'a severity must be `off`, `hint`, `info`, `warning`, `error`';
    checkProblems('{"rules": {"unused-role": "warn"}}', `"warn": ${severity} -> "warning"`);
    checkProblems('{"rules": {"unused-role": "eror"}}', `"eror": ${severity} -> "error"`);
    checkProblems('{"rules": {"unused-role": "x"}}', `"x": ${severity}`);
    checkProblems(
      '{"rules": {"unused-role": 2, "expired-role": null}}',
      `2: ${severity} -> "error"`,
      `null: ${severity}`,
    );
    checkProblems('{"rules": {"syntax": "off"}}', '"off": `syntax` is always an error -> "error"');
    checkProblems('{"rules": []}', '[]: `rules` must be an object');
  });

  it('is a duty without a name or a side, or with a permission that there is not', () => {
    const duty = (json: string) => `{"duties": [${json}]}`;
    checkProblems(duty('{"name": "a"}'), '{: a duty needs `first` and `second`');
    checkProblems(duty('7'), '7: a duty must be an object with `name`, `first` and `second`');
    checkProblems(
      duty('{"name": "", "first": [], "second": "SCIM"}'),
      '"": `name` must be a string that is not empty',
      '[]: `first` must hold a permission',
      '"SCIM": `second` must be a list of permissions -> ["SCIM"]',
    );
    checkProblems(
      duty('{"name": "a", "first": ["View Records"], "second": ["SCIM", "XYZZY", 3, "SCIM"]}'),
      '"View Records": unknown permission `View Records`, did you mean `READ_RECORDS`? -> "READ_RECORDS"',
      '"XYZZY": unknown permission `XYZZY`',
      '3: a permission must be a string',
      '"SCIM": `SCIM` stands here twice',
    );
    const twice = '{"name": "a", "first": ["SCIM"], "second": ["ADMIN"]}';
    checkProblems(duty(`${twice}, ${twice}`), '"a": a second duty is named `a`');
    checkProblems(duty('{"name": "a", "first": ["SCIM"], "second": ["SCIM"]}'), '"SCIM": `SCIM` stands on both sides');
    assert.equal(read(duty('{"name": "a", "first": ["SCIM", "X"], "second": ["ADMIN"]}')).settings.duties.length, 1);
    assert.equal(read(duty('{"name": "a", "first": ["SCIM"], "second": ["X"]}')).settings.duties.length, 0);
  });

  it('is a value of a wrong type or a word that there is not', () => {
    checkProblems('{"exclude": "a"}', '"a": `exclude` must be a list of globs -> ["a"]');
    checkProblems('{"$schema": 1}', '1: `$schema` must be a string');
    checkProblems(
      '{"semantics": {"adminSeesAllRecords": "yes", "autoShareReach": "Objects"}}',
      '"yes": `adminSeesAllRecords` must be true or false',
      '"Objects": `autoShareReach` must be `record`, `object` -> "object"',
    );
  });

  it('is a glob that cannot be read, or that could match nothing', () => {
    checkProblems(
      '{"exclude": ["", 1, "a/[b", "drafts\\\\old", "../x", "/x", "ok/**"]}',
      '"": a glob must not be empty',
      '1: a glob must be a string',
      '"a/[b": `[` is not closed in this glob',
      '"drafts\\\\old": a glob divides folders with `/` -> "drafts/old"',
      '"../x": a glob cannot leave the folder of `writ.json`',
      '"/x": a glob is relative to the folder of `writ.json`',
    );
    for (const glob of ['**/*.writ', '{a,b}/c', '[]a]', '[!]]', '[!a]', '\\[draft\\]', '@(a|b)', 'a..b/..c', './x']) {
      assert.equal(globProblem(glob), undefined, glob);
    }
    for (const glob of ['{a,b', '@(a|b', '[]', '[!]', 'C:/x', 'a/..', 'a\\']) assert.ok(globProblem(glob), glob);
  });

  it('leaves the sound rest in force', () => {
    const { settings } = read(
      '{"exclude": ["a", 1], "rules": {"unused-role": "off", "x": "off"}, "semantics": 1, "z": 1}',
    );
    assert.deepEqual(settings.exclude, ['a']);
    assert.deepEqual([...settings.rules], [['unused-role', 'off']]);
    assert.deepEqual(settings.semantics, defaultSettings.semantics);
    assert.deepEqual(read('{"exclude": ["a"], "rules": {"unused-role": "off"').settings.exclude, ['a']);
  });

  it('never makes reading throw', () => {
    checkProblems(`{"a": ${'['.repeat(1000)}`, '{: the settings are nested too deep to be read');
    assert.ok(read('['.repeat(1_000_000)).problems.length > 0);
    assert.ok(problemsOf(`{"${'x'.repeat(100_000)}": 1}`).every((each) => each.length < 100_200));
    assert.ok(problemsOf('{"duties": [{"second": [/*').length > 0);
    const whole =
      '{"exclude": ["a"], "rules": {"unused-role": "off"}, "duties": [{"name": "d", "first": ["SCIM"], "second": ["ADMIN"]}]}';
    const put = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('"', '{', '}', '[', ']', ',', ':', '//', '/*'));
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(15), put, (at, cut, text) => {
        problemsOf(whole.slice(0, at) + text + whole.slice(at + cut));
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.json(), (text) => Array.isArray(problemsOf(text))));
  });
});

interface Described {
  readonly description: string;
}

interface SettingsSchema {
  readonly properties: Readonly<Record<string, Described>> & {
    readonly rules: Described & {
      readonly properties: Readonly<Record<string, Described & { readonly default: string; readonly enum?: string[] }>>;
    };
    readonly semantics: Described & { readonly properties: Readonly<Record<string, Described>> };
  };
  readonly definitions: {
    readonly permission: { readonly enum: readonly string[]; readonly enumDescriptions: readonly string[] };
    readonly duty: { readonly properties: Readonly<Record<string, Described>> };
  };
}

describe('the schema of settings', () => {
  const schema: SettingsSchema = JSON.parse(renderSettingsSchema());
  const validate = new Ajv({ strict: false }).compile(schema);

  it('agrees with the reader', () => {
    const cases = [
      '{}',
      '[]',
      '"x"',
      '{"$schema": "x"}',
      '{"$schema": 1}',
      '{"exlude": []}',
      '{"exclude": ["drafts/**", "a..b", "\\\\[a\\\\]"]}',
      '{"exclude": "a"}',
      '{"exclude": [" "]}',
      '{"exclude": ["/x"]}',
      '{"exclude": ["a/../b"]}',
      '{"exclude": ["a\\\\b"]}',
      '{"exclude": ["C:/x"]}',
      '{"rules": {}}',
      '{"rules": {"unused-role": "off", "never-true": "hint", "always-true": "info", "missing-purpose": "warning"}}',
      '{"rules": {"unused-rol": "off"}}',
      '{"rules": {"__proto__": "off"}}',
      '{"__proto__": {}}',
      '{"rules": {"unused-role": "warn"}}',
      '{"rules": {"unused-role": 1}}',
      '{"rules": {"Unused_Role": "off"}}',
      '{"rules": {"syntax": "error"}}',
      '{"rules": {"failed-expectation": "warning"}}',
      '{"rules": ["unused-role"]}',
      '{"duties": [{"name": "a", "first": ["SCIM"], "second": ["ADMIN", "READ_ROLES"]}]}',
      '{"duties": [{"name": "a", "first": [], "second": ["ADMIN"]}]}',
      '{"duties": [{"name": " ", "first": ["SCIM"], "second": ["ADMIN"]}]}',
      '{"duties": [{"name": "a", "first": ["View Records"], "second": ["ADMIN"]}]}',
      '{"duties": [{"name": "a", "first": ["SCIM", "SCIM"], "second": ["ADMIN"]}]}',
      '{"duties": [{"name": "a", "first": ["SCIM"]}]}',
      '{"duties": [{"name": "a", "first": ["SCIM"], "second": ["ADMIN"], "third": []}]}',
      '{"duties": {}}',
      '{"semantics": {"adminSeesAllRecords": false, "autoShareReach": "object"}}',
      '{"semantics": {"adminSeesAllRecords": "no"}}',
      '{"semantics": {"autoShareReach": "all"}}',
      '{"semantics": {"other": true}}',
    ];
    const sound = cases.filter((text) => readSettings(text, ruleNames).problems.length === 0);
    assert.equal(sound.length, 8);
    for (const text of cases) assert.equal(validate(JSON.parse(text)), sound.includes(text), text);
  });

  it('names every permission, as the screens do too', () => {
    const { permission } = schema.definitions;
    assert.deepEqual(
      permission.enum.map((constant, i) => [constant, permission.enumDescriptions[i]]),
      permissions.map(({ constant, name }) => [constant, name]),
    );
  });

  it('names every rule, with what it reports and how it counts', () => {
    const named = schema.properties.rules.properties;
    assert.deepEqual(
      Object.keys(named),
      allRules.map(({ id }) => id),
    );
    for (const { id, title, severity, locked: isLocked } of allRules) {
      assert.ok(named[id]?.description.toLowerCase().startsWith(`${title.toLowerCase()}.`), id);
      assert.equal(named[id]?.default, severity);
      assert.deepEqual(named[id]?.enum, isLocked === true ? undefined : ['off', 'hint', 'info', 'warning', 'error']);
    }
  });

  it('describes every setting', () => {
    const described = [
      ...Object.values(schema.properties),
      ...Object.values(schema.properties.semantics.properties),
      ...Object.values(schema.definitions.duty.properties),
    ];
    for (const each of described) assert.ok(each.description.endsWith('.'));
  });
});
