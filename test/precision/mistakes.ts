// Slips of the pen, one for each rule about broken text, written over a sound organization: what is reported beside them is
// what one mistake makes others pay.
import type { Span } from '../../server/src/text/span.ts';

/** Something wrong that is written over the first text that fits. */
interface Mistake {
  readonly rule: string;
  readonly find: RegExp;
  readonly instead: string;
}

/** `$1` of `find` is what is wrong afterwards; the rest of the match finds the place. */
export const mistakes: readonly Mistake[] = [
  { rule: 'unknown-permission', find: /grants (READ_RECORDS), UPDATE_RECORDS/, instead: 'READ_RECORD' },
  { rule: 'unknown-permission', find: /grants (READ_RECORDS), READ_ATTACHMENTS/, instead: '"View Records"' },
  { rule: 'unknown-role', find: /roles ("[A-Z]\w+ Reminding")/, instead: '"Reminding Duty"' },
  { rule: 'unknown-principal', find: /members ("[^"]+ Leads")/, instead: '"Lead Team"' },
  { rule: 'unknown-principal', find: /policy "What you asked for" \{\s+to ("?[\w ]+"?)/, instead: 'Everybody' },
  {
    rule: 'unknown-object',
    find: /expect "External Users" cannot DELETE_RECORDS in ("[^"]+")/,
    instead: '"Claim Desk"',
  },
  { rule: 'unknown-field', find: /when (Status) is not/, instead: 'State' },
  { rule: 'unknown-option', find: /when Status is one of \(("[^"]+")/, instead: '"Nowhere"' },
  { rule: 'unknown-record', find: /query who can DELETE_RECORDS on ("[^"]+")/, instead: '"no such record"' },
  { rule: 'unknown-permission-group', find: /grants edit on (Analytics)/, instead: 'Analysis' },
  { rule: 'unknown-action', find: /action (recordSearch) where "?Due/, instead: 'recordSeek' },
  { rule: 'unknown-action', find: /action (assignUser) where/, instead: 'assignPerson' },
  { rule: 'unknown-tool', find: /tool (searchAspect) where/, instead: 'searchRecords' },
  { rule: 'unknown-trigger', find: /trigger (temporal)\n/, instead: 'everyNight' },
  { rule: 'operator-type', find: /"?Closed on"? (in the last 2 years)/, instead: 'contains "2025"' },
  { rule: 'invalid-value', find: /expires (2027-01-31)/, instead: '2027-02-31' },
  { rule: 'wrong-scope', find: /grants (READ_RECORDS), READ_MESSAGES\n/, instead: 'CREATE_ROLES' },
  {
    rule: 'invalid-member',
    find: /roles "[^"]+"\n\s+usable by "[^"]+"\n\s+\}\n\s+automation "Run [^"]+" \{\n\s+trigger temporal\n\s+runs as "[^"]+"\n\s+built by (\S+)\n/,
    instead: '"Internal Users"',
  },
  { rule: 'missing-property', find: /policy "Statistics sees everything" (\{\s+to "[^"]+"\s+\})/, instead: '{ }' },
  { rule: 'duplicate-name', find: /role ("Sampling") \{/, instead: 'Statistics' },
  {
    rule: 'managed-role-fixed',
    find: /managed role "App Admin" \{ members "[^"]+"( \})/,
    instead: ' grants READ_RECORDS }',
  },
  { rule: 'syntax', find: /when \S+ (is true)\n {2}\}\n {2}service account "?Data Warehouse/, instead: 'is' },
];

export interface Slipped {
  readonly files: ReadonlyMap<string, string>;
  /** The mistakes that found a place. */
  readonly spots: readonly { readonly rule: string; readonly file: string; readonly span: Span }[];
}

/** Writes each mistake once, into a file that has none yet. */
export function slip(files: ReadonlyMap<string, string>): Slipped {
  const texts = new Map(files);
  const spots: Slipped['spots'][number][] = [];
  for (const { rule, find, instead } of mistakes) {
    const used = new Set(spots.map(({ file }) => file));
    const found = [...texts].find(([file, text]) => file.endsWith('.writ') && !used.has(file) && find.test(text));
    const [file, text] = found ?? ['', ''];
    const [start, end] = new RegExp(find, 'd').exec(text)?.indices?.[1] ?? [0, 0];
    if (found === undefined) continue;
    texts.set(file, `${text.slice(0, start)}${instead}${text.slice(end)}`);
    spots.push({ rule, file, span: { start, end: start + instead.length } });
  }
  return { files: texts, spots };
}
