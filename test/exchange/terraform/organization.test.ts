// An organization from its export to Writ: all of it, in either spelling, one file or many, in one order.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { importers } from '../../../server/src/exchange/importers.ts';
import { readHcl } from '../../../server/src/exchange/terraform/hcl.ts';
import { errorsOf, importOf, notesOf, written } from './imported.ts';
import { jsonOf, orchard } from './organization.ts';

const expected = `--- file: organization.writ
user ines "ines@orchard.example"
user kofi "kofi@orchard.example"

group "Night Keepers" {
  members ines, kofi
}
--- file: greenhouse.writ
app Greenhouse {
  field Title: text
  field ID: text
  field "Created By": user
  field "Created At": datetime
  field "Updated By": user
  field "Updated At": datetime
  field "Closed By": user
  field "Closed At": datetime
  field Status: choice("Growing", "Harvested")
  field Stage: choice("Bed")
  field Severity: choice("Mild", "Wilting")
  field Keeper: user
  field "Inspect On": date

  role "Bed Lead" {
    description "Runs one bed"
    members "Night Keepers", ines
    grants edit on Records, READ_ASPECT_ROLES
    auto-share on assign
  }

  default policy

  policy "Access policy" {
    to "Night Keepers"
    when (Keeper is current user or Severity is "Wilting") and "Inspect On" in the next 14 days
  }

  automation "Wilting Alert" {
    trigger createRecord
    action recordSearch in Plants where Status is empty
    action switch
    action updateField in Plants
    action createRecord in Approvals
  }

  agent Gardener {
    description "Answers for the beds"
    tool searchAspect in Plants
    tool updateRecord
  }
}
--- file: plants.writ
element Plants {
  field Title: text
  field ID: text
  field "Created By": user
  field "Created At": datetime
  field "Updated By": user
  field "Updated At": datetime
  field "Closed By": user
  field "Closed At": datetime
  field Status: choice("Alive", "Dead")

  role Reader {
    description "Looks at plants"
    members "Night Keepers"
    grants view on Records
  }

  policy "Access policy 2" {
    to "Night Keepers"
    when Status is "Alive"
  }
}
--- file: approvals.writ
app Approvals {
  field Title: text
  field ID: text
  field "Created By": user
  field "Created At": datetime
  field "Updated By": user
  field "Updated At": datetime
  field "Closed By": user
  field "Closed At": datetime
}
`;

describe('an organization exported to Terraform', () => {
  it('is imported with everything that the language can say', () => {
    assert.equal(written(importOf(orchard)), expected);
  });

  it('has no errors but those that ask who built what acts', () => {
    assert.deepEqual(errorsOf(importOf(orchard)), [
      'missing-property: the automation `Wilting Alert` needs `built by`',
      'missing-property: the agent `Gardener` needs `built by`',
    ]);
  });

  it('comes with an account of what did not come over', () => {
    const imported = importOf(orchard);
    assert.deepEqual(
      notesOf(imported).map((note) => note.replace(/:\d+ /, ' ')),
      [
        'lost main.tf the app `Approvals` is only named in the export: its fields are not known',
        'lost main.tf the field `Yield` is of a type that no condition speaks of, and is not imported',
      ],
    );
    const counts = Object.fromEntries(imported.counts.map(({ what, count }) => [what, count]));
    assert.deepEqual(counts, {
      users: 2,
      'placeholders for unknown users': 0,
      groups: 1,
      apps: 2,
      elements: 1,
      tasks: 0,
      tables: 0,
      fields: 30,
      roles: 2,
      policies: 3,
      automations: 1,
      agents: 1,
      'unreadable policies': 0,
      actions: 4,
      tools: 2,
      'blocks left out': 4,
    });
    assert.equal(
      imported.unsaid.at(-1),
      'blocks that are no part of the language: 1 `elementum_category`, 1 `elementum_layout`, 1 `provider`, 1 `terraform`',
    );
  });

  it('gives the same from JSON', () => {
    const json = jsonOf(readHcl('main.tf', orchard).blocks);
    assert.equal(written(importOf(`--- file: main.tf.json\n${json}`)), expected);
  });

  it('gives the same twice, from twice the same files, and with other line ends', () => {
    assert.equal(written(importOf(`${orchard}--- file: again.tf\n${orchard}`)), expected);
    assert.equal(written(importOf(orchard.replaceAll('\n', '\r\n'))), expected);
    assert.equal(written(importOf(`\ufeff${orchard}`)), expected);
  });

  it('is a format of the command line', async () => {
    const format = importers.get('terraform');
    const files = [{ path: 'x.TF', bytes: new TextEncoder().encode(orchard) }];
    const imported = await format?.read(files, { form: undefined, linkTo: () => undefined });
    assert.equal(imported === undefined ? '' : written(imported), expected);
    assert.deepEqual(format?.endings, ['.tf', '.tf.json']);
  });
});
