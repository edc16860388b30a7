// A document sorted: text in, the sorted text or the refusal out.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { sortDocument } from '../../server/src/ide/sort.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { snapshotOf } from '../support/fixture.ts';
import { diskProject } from '../support/snapshot.ts';

/** The text after sorting, which a second time changes nothing; or why it is refused. */
function sorted(text: string): string {
  const found = sortDocument(snapshotOf(text), 'main.writ');
  if ('refused' in found) return found.refused;
  const once = applyEdits(text, found.edits);
  assert.deepEqual(sortDocument(snapshotOf(once), 'main.writ'), { edits: [] }, 'a second time it changes nothing');
  return once;
}

function checkSort(text: string, expected: string): void {
  assert.equal(sorted(text), expected);
}

describe('sort', () => {
  it('puts declarations in their sections and by name, each with its comments', () => {
    checkSort(
      `user zoe "z@x.com" // on leave
// Runs the desk.
user adam "a@x.com"
group Zulu { members zoe }
user Bert "b@x.com"
`,
      `// Runs the desk.
user adam "a@x.com"
user Bert "b@x.com"
user zoe "z@x.com" // on leave
group Zulu { members zoe }
`,
    );
  });

  it('lets headings stand, and moves nothing across them', () => {
    checkSort(
      `// The people of the desk.
user zoe "z@x.com"
user adam "a@x.com"

// --- Partners ---

user yves "y@x.com"
user bert "b@x.com"
`,
      `// The people of the desk.

user adam "a@x.com"
user zoe "z@x.com"

// --- Partners ---

user bert "b@x.com"
user yves "y@x.com"
`,
    );
  });

  it('takes suppressions along, at the top of a file too', () => {
    checkSort(
      `// writ-ignore unused-group: soon
group Zulu { members zoe }
user zoe "z@x.com"
user adam "a@x.com"`,
      `user adam "a@x.com"
user zoe "z@x.com"
// writ-ignore unused-group: soon
group Zulu { members zoe }`,
    );
  });

  it('sorts lists, with the comments of their elements, and leaves options and steps', () => {
    checkSort(
      `user zoe "z@x.com"
user adam "a@x.com"
role R {
  members zoe, // runs it
    // for the summer
    adam
  grants view on Records, READ_RECORDS, CREATE_RECORDS
}
app Desk {
  field Status: choice("New", "Done", "Closed")
}
app Aid {
  automation A {
    trigger createRecord
    built by zoe
    action updateField in Desk
    action createRecord
  }
}
`,
      `user adam "a@x.com"
user zoe "z@x.com"
role R {
  members zoe, // runs it
    // for the summer
    adam
  grants CREATE_RECORDS, READ_RECORDS, view on Records
}
app Aid {
  automation A {
    trigger createRecord
    built by zoe
    action updateField in Desk
    action createRecord
  }
}
app Desk {
  field Status: choice("New", "Done", "Closed")
}
`,
    );
    checkSort(
      `user zoe "z@x.com"
user zsa "a@x.com"
role R {
  members
    zsa, // the boss
    // for the summer
    zoe // stays long
  grants READ_RECORDS
}
`,
      `user zoe "z@x.com"
user zsa "a@x.com"
role R {
  members
    // for the summer
    zoe, // stays long
    zsa // the boss
  grants READ_RECORDS
}
`,
    );
  });

  it('sorts the items of an object by what they are and their names', () => {
    checkSort(
      `user zoe "z@x.com"
app Desk {
  policy P {
    to zoe
  }
  role Z { members zoe grants READ_RECORDS }
  managed role "App Admin" { members zoe }
  role A { members zoe grants READ_RECORDS }

  field B: text
  field A: text
}
`,
      `user zoe "z@x.com"
app Desk {
  field B: text
  field A: text

  role A { members zoe grants READ_RECORDS }
  role Z { members zoe grants READ_RECORDS }
  managed role "App Admin" { members zoe }

  policy P {
    to zoe
  }
}
`,
    );
  });

  it('keeps line ends, quotes and signs beyond the first plane', () => {
    checkSort(
      'user "😀 b" "b@x.com"\r\nuser "😀 a" "a@x.com"\r\ngroup G { members"😀 b",a }\r\nuser a "c@x.com"\r\n',
      'user a "c@x.com"\r\nuser "😀 a" "a@x.com"\r\nuser "😀 b" "b@x.com"\r\ngroup G { members a,"😀 b" }\r\n',
    );
  });

  it('leaves the order of questions and of what shares a line', () => {
    const text = `user b "b@x.com" user a "a@x.com"
query b can READ_RECORDS in organization
query a can READ_RECORDS in organization
`;
    checkSort(text, text);
  });

  it('is refused for text that is only half read', () => {
    assert.equal(sorted('user zoe "z@x.com"\nuser {\nuser adam "a@x.com"'), 'something in the file cannot be read');
    assert.equal(sorted('user zoe "z@x.com" }\nuser adam "a@x.com"'), 'something in the file cannot be read');
  });

  it('of the samples says what they said', async () => {
    for (const name of ['service-desk', 'contractors', 'overgrown', 'cross-app', 'read-only-reporting']) {
      const project = await diskProject('samples', name);
      for (const path of project.input.files.keys()) {
        const found = sortDocument(project, path);
        if ('refused' in found) assert.match(`${name}/${path}: ${found.refused}`, /draft\.writ: something in the file/);
      }
    }
  });
});
