// The organization that is written with care as Writ text: so many lines, in one file or spread over many.
import { conditionText } from '../organization-text.ts';
import {
  administrators,
  type Expectation,
  type Field,
  makePerson,
  makePlace,
  type Person,
  type Place,
  type Policy,
  type Role,
  reviewers,
  type Team,
} from './team.ts';

const quoted = (text: string) => JSON.stringify(text);

/** As it is where it is one word. */
const name = (text: string) => (/^[A-Za-z][\w-]*$/.test(text) ? text : quoted(text));

const perLine = 6;

/** A property with a list: some on each line, the later lines indented. */
function list(keyword: string, items: readonly string[], indent: string): string[] {
  const lines: string[] = [];
  for (let i = 0; i < items.length; i += perLine) {
    const some = items.slice(i, i + perLine).join(', ');
    const more = i + perLine < items.length ? ',' : '';
    lines.push(i === 0 ? `${indent}${keyword} ${some}${more}` : `${indent}  ${some}${more}`);
  }
  return lines;
}

function personLines({ name: own, address, department }: Person): string[] {
  return [`user ${own} ${quoted(address)} {`, `  department ${quoted(department)}`, '}'];
}

function teamLines({ name: own, description, members }: Team): string[] {
  return ['', `group ${name(own)} {`, `  description ${quoted(description)}`, ...list('members', members, '  '), '}'];
}

function roleLines({ name: own, description, members, grants }: Role, indent: string): string[] {
  const inner = `${indent}  `;
  return [
    '',
    `${indent}role ${name(own)} {`,
    `${inner}description ${quoted(description)}`,
    ...list('members', members.map(name), inner),
    ...list('grants', grants, inner),
    `${indent}}`,
  ];
}

function fieldLine({ name: own, type, options }: Field): string {
  return `  field ${own}: ${type}${options.length === 0 ? '' : `(${options.map(quoted).join(', ')})`}`;
}

function policyLines({ name: own, description, to, when }: Policy): string[] {
  return [
    '',
    `  policy ${name(own)} {`,
    `    description ${quoted(description)}`,
    `    to ${to.map(name).join(', ')}`,
    `    when ${conditionText(when)}`,
    '  }',
  ];
}

function botLines({ name: own, role, team, builder }: Place['bot']): string[] {
  return [
    '',
    `  service account ${name(own)} {`,
    '    purpose "Routes what is new"',
    `    roles ${role}`,
    `    usable by ${name(team)}`,
    '  }',
    '',
    '  automation "Route new work" {',
    '    trigger createRecord',
    `    runs as ${name(own)}`,
    `    built by ${builder}`,
    '    action updateField where Status is "New"',
    '  }',
  ];
}

function expectationLine(place: string, { who, can, permission, when }: Expectation): string {
  const condition = when === undefined ? '' : ` when ${conditionText(when)}`;
  return `  expect ${name(who)} ${can ? 'can' : 'cannot'} ${permission} in ${name(place)}${condition}`;
}

/** The declarations of a place, each with the lines that stand above it. */
export function placeDeclarations(place: Place): string[][] {
  return [
    ['', `// ${place.name}: people`, ...place.people.slice(0, 1).flatMap(personLines)],
    ...place.people.slice(1).map(personLines),
    ...place.teams.map(teamLines),
    ...(place.office === undefined ? [] : [roleLines(place.office, '')]),
    [
      '',
      `/* ${place.purpose} */`,
      `app ${name(place.name)} {`,
      ...place.fields.map(fieldLine),
      ...place.roles.flatMap((role) => roleLines(role, '  ')),
      '',
      '  // Who sees which records',
      ...place.policies.flatMap(policyLines).slice(1),
      ...botLines(place.bot),
      '}',
    ],
    [
      '',
      `test ${quoted(`${place.name} is worked on by its own`)} {`,
      ...place.expectations.map((each) => expectationLine(place.name, each)),
      '}',
    ],
  ];
}

export interface Written {
  readonly places: readonly Place[];
  /** People who are in no team. */
  readonly guests: readonly Person[];
  /** One declaration each, with the lines that stand above it. */
  readonly declarations: readonly string[];
}

function frame(): string[][] {
  const keepers = administrators.map(({ name: own }) => own);
  const members = Array.from({ length: 20 }, (_, i) => makePerson(i));
  return [
    ['// Acme: who may do what', 'organization Acme {', '  domains "acme.com"', '  invites admins-only', '}'],
    ...administrators.map(personLines),
    [`managed role Admin { members ${keepers.join(', ')} }`],
    ['', ...members.slice(0, 1).flatMap(personLines)],
    ...members.slice(1).map(personLines),
    teamLines({
      name: reviewers,
      description: 'Look at large amounts everywhere',
      members: members.map(({ name: own }) => own),
    }),
  ];
}

const personHeight = personLines(makePerson(0)).length;

/** How many people belong to the frame, which every size has. */
const framePeople = 20;

const linesOf = (declarations: readonly (readonly string[])[]) =>
  declarations.reduce((sum, lines) => sum + lines.length, 0);

/** An organization of just so many lines; throws where so few are no organization. */
export function writeOrganization(lines: number): Written {
  const declarations = frame();
  const places: Place[] = [];
  let [count, person] = [linesOf(declarations), framePeople];
  if (count > lines) throw new Error('an organization takes more lines');
  for (;;) {
    const place = makePlace(places.length, person);
    const own = placeDeclarations(place);
    if (count + linesOf(own) > lines) break;
    declarations.push(...own);
    places.push(place);
    count += linesOf(own);
    person += place.people.length;
  }
  const guests = Array.from({ length: Math.floor((lines - count) / personHeight) }, (_, i) => makePerson(person + i));
  declarations.push(...guests.map(personLines));
  const rest = lines - linesOf(declarations);
  if (rest > 0) declarations.push(Array.from({ length: rest }, () => '// End of the organization'));
  return { places, guests, declarations: declarations.map((each) => each.map((line) => `${line}\n`).join('')) };
}

/** The declarations in their order in so many files, or in as many as there are declarations, of about the same length. */
export function spread(declarations: readonly string[], files: number): ReadonlyMap<string, string> {
  const total = declarations.reduce((sum, { length }) => sum + length, 0);
  const texts: string[][] = [];
  let length = 0;
  for (const [i, text] of declarations.entries()) {
    const isDue = length >= (texts.length * total) / files || declarations.length - i <= files - texts.length;
    if (texts.length === 0 || (isDue && texts.length < files)) texts.push([]);
    texts.at(-1)?.push(text);
    length += text.length;
  }
  return new Map(texts.map((own, i) => [`part-${String(i).padStart(3, '0')}.writ`, own.join('')]));
}
