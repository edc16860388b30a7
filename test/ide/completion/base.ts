// The project that the completion tests write their text into.

const base = `
--- file: base.writ
organization "Acme" { domains "acme.com" }
user ann "ann@acme.com" { Department "Finance"  Region "North" }
user ben "ben@acme.com" { Department "Sales" }
user old "old@acme.com" { inactive }
group Nurses { description "Looks after patients"  members ann, ben }
group "Night Shift" { members ben }
role Auditor { description "Reads for the audit"  grants READ_RECORDS }
managed role "Admin" { members ann }
app Ward {
  field State: choice("New", "In Care", "Left")
  field Beds: number
  field Rooms: number
  field Nurse: user as assignee
  field Doctor: user
  field Team: group
  field Tags: choices("urgent", "late", "private")
  field Admitted: date
  field Seen: datetime
  field Isolated: boolean
  field Note: text
  field "First Name": text
  field Scan: attachment
  role Keeper { grants READ_RECORDS, UPDATE_RECORDS }
  managed role "App Admin" { members ben }
  service account Porter { purpose "Moves records"  roles Keeper  usable by ann }
  service account ann { roles Keeper }
}
task Visits {
  field Length: number
  role Planner { grants CREATE_RECORDS }
}
table Countries { field Code: text }
app "Front Desk" { service account "Mail Bot" { roles Auditor } }
record patient in Ward { State "New" }
`;

/** The text, which may itself hold several files, in the project. */
export function inBase(text: string): string {
  return `${text}${base}`;
}

/** The text in the app `Ward`, which it leaves unclosed. */
export function inWard(text: string): string {
  return inBase(`app Ward {\n${text}`);
}

/** The text behind `when` in a policy of the app `Ward`, with nothing closed. */
export function inCondition(text: string): string {
  return inWard(`  policy P {\n    to Nurses\n    when ${text}`);
}
