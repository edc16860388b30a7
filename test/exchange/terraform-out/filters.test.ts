// Conditions as filters of Terraform: each operator, exactly or not at all.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { desk } from '../terraform/imported.ts';
import { exportOf, filterOf } from './exported.ts';

const fields = `  field Subject: text
  field Priority: number
  field Urgent: boolean
  field Due: date
  field Seen: datetime
  field Level: choice("High", "Low")
  field Tags: choices("vip", "late")
  field Keeper: user
  field Owner: user
  field Team: group
  field Title: text
  field "Created At": datetime
  field Status: choice("Open", "Closed")
  field Stage: choice("First", "Second")`;

const projectWith = (when: string) => `user ines "ines@acme.com" { Department "Finance" }
group Crew { members ines }
app Desk {
${fields}
  service account Bot { usable by ines }
  policy Rule { to ines  when ${when} }
}
`;

const beside = [{ path: 'app.tf', text: desk }];
const filterFor = (when: string) => filterOf(exportOf(projectWith(when), beside));
const left = (type: string, label: string) => ({
  left_value: { field_id: `$\u007belementum_${type}_field.${label}.id}` },
});
const [priority, subject, level] = [left('number', 'priority'), left('text', 'subject'), left('dropdown', 'level')];
const uuid = (reference: string) => ({ type: 'uuid', value: `$\u007b${reference}}` });
const of = (type: string, value: string) => ({ type, value });

describe('a condition exported to Terraform', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['Subject is empty', { type: 'is_null', ...subject }],
    ['Subject is not empty', { type: 'is_null', not: true, ...subject }],
    ['Subject is "a"', { type: 'equals', ...subject, value: of('text', 'a') }],
    ['Subject is not "a"', { type: 'equals', not: true, ...subject, value: of('text', 'a') }],
    ['Subject is one of ("a", "b")', { type: 'in', ...subject, values: [of('text', 'a'), of('text', 'b')] }],
    [
      'Subject is field Title',
      { type: 'equals', ...subject, value: { type: 'field', field_id: '$\u007belementum_app.desk.title_field_id}' } },
    ],
    ['Subject starts with "10-4"', { type: 'like', ...subject, value: of('text', '10-4'), mode: 'starts_with' }],
    ['not Subject contains "1"', { type: 'like', not: true, ...subject, value: of('text', '1'), mode: 'contains' }],
    ['Priority is 3', { type: 'equals', ...priority, value: of('number', '3') }],
    ['Priority > 1000000', { type: 'greater_than', ...priority, value: of('number', '1000000') }],
    ['Priority >= -2.5', { type: 'greater_than_equals', ...priority, value: of('number', '-2.5') }],
    ['not Priority < 3', { type: 'less_than', not: true, ...priority, value: of('number', '3') }],
    [
      'Priority between 1 and 5',
      {
        type: 'and',
        children: [
          { type: 'greater_than_equals', ...priority, value: of('number', '1') },
          { type: 'less_than_equals', ...priority, value: of('number', '5') },
        ],
      },
    ],
    ['Urgent is false', { type: 'equals', ...left('boolean', 'urgent'), value: of('boolean', 'false') }],
    ['Due is 2026-03-01', { type: 'equals', ...left('date', 'due'), value: of('date', '2026-03-01') }],
    ['Due after 2026-03-01', { type: 'greater_than', ...left('date', 'due'), value: of('date', '2026-03-01') }],
    [
      'Due in the last 2 weeks',
      {
        type: 'consecutive_range',
        ...left('date', 'due'),
        relative_value: { operator: 'last', unit: 'day', amount: 14 },
      },
    ],
    [
      'Due in the next 2 years',
      {
        type: 'consecutive_range',
        ...left('date', 'due'),
        relative_value: { operator: 'next', unit: 'month', amount: 24 },
      },
    ],
    ['Level is "High"', { type: 'equals', ...level, value: uuid('local.level_options_by_label["High"]') }],
    [
      'Status is "Open"',
      {
        type: 'equals',
        left_value: { field_id: '$\u007belementum_app.desk.status_field_id}' },
        value: uuid('elementum_app.desk.status_option_ids_by_label["Open"]'),
      },
    ],
    [
      'Stage is "First"',
      {
        type: 'equals',
        left_value: { field_id: '$\u007blocal.desk_stage_field_id}' },
        value: uuid('local.desk_stage_options_by_label["First"]'),
      },
    ],
    [
      'Tags contains "vip"',
      { type: 'contains', ...left('multiselect', 'tags'), value: uuid('local.tags_options_by_label["vip"]') },
    ],
    [
      'Tags overlaps ("vip", "late")',
      {
        type: 'overlaps',
        ...left('multiselect', 'tags'),
        values: [uuid('local.tags_options_by_label["vip"]'), uuid('local.tags_options_by_label["late"]')],
      },
    ],
    [
      'Keeper is current user',
      { type: 'equals', ...left('user', 'keeper'), value: { type: 'current_user', current_user_type: 'id' } },
    ],
    ['Team is Crew', { type: 'equals', ...left('group', 'team'), value: uuid('elementum_group.writ_crew.id') }],
    ['Subject is ""', { type: 'false' }],
    ['Subject is not ""', { type: 'true' }],
  ];
  for (const [when, expected] of cases) it(when, () => assert.deepEqual(filterFor(when), expected));

  it('joins comparisons, and negates them where they stand', () => {
    const urgent = { type: 'equals', ...left('boolean', 'urgent'), value: of('boolean', 'true') };
    const three = { type: 'equals', ...priority, value: of('number', '3') };
    assert.deepEqual(filterFor('not (Urgent is true or Priority is 3)'), {
      type: 'or',
      not: true,
      children: [urgent, three],
    });
  });

  it('is refused, with the place and why, where a filter cannot say it', () => {
    const refused: readonly (readonly [string, RegExp])[] = [
      ['Keeper is in Crew', /a filter cannot ask for the groups of a user$/],
      ['Team contains current user', /a filter cannot ask whether a group has the current user$/],
      ['Subject is current user.Department', /a filter cannot ask for an attribute of the current user$/],
      ['Keeper is Bot', /a service account cannot be looked up$/],
      ['Subject contains "abc"', /takes capitals and small letters for the same$/],
      ['Subject is "e\\u0301"', /a text or name in it is none that Terraform holds as it is$/],
      ['Seen before 9999-12-31T23:59-05:00', /a moment in it is not in the years 1 to 9999 in UTC$/],
      ['Seen after 0001-01-01T00:00+05:00', /a moment in it is not in the years 1 to 9999 in UTC$/],
      ['Priority is 3 and not Keeper is in Crew', /groups of a user$/],
    ];
    for (const [when, reason] of refused) {
      const line = filterFor(when);
      assert.match(String(line), /^main\.writ:\d+:10 policy `Desk\.Rule`: /, when);
      assert.match(String(line), reason, when);
    }
  });

  it('stands alone without options, whose ids it would have to guess', () => {
    const alone = (when: string) => filterOf(exportOf(projectWith(when)));
    assert.match(
      String(alone('Level is "High"')),
      /^main\.writ:\d+:10 policy .*: the ids of its options are known only beside/,
    );
    assert.deepEqual(alone('Priority is 3'), {
      type: 'equals',
      left_value: { field_id: '$\u007bdata.elementum_field.writ_desk__priority.id}' },
      value: of('number', '3'),
    });
  });

  it('does not choose between two maps of options of one label', () => {
    const again = `resource "elementum_multiselect_field" "level" {\n  object_id = elementum_app.desk.id\n  name = "Levels"\n  options = [{ label = "a" }]\n}\n`;
    const exported = exportOf(projectWith('Level is "High"'), [{ path: 'app.tf', text: desk + again }]);
    assert.match(String(filterOf(exported)), /the ids of its options cannot be told/);
  });
});
