// The pages of the rules, by rule id. Generated from the Markdown files of this folder by `npm run pages`: edit those.

/** Markdown of each rule, by id. */
export const rulePages: Readonly<Record<string, string>> = {
  'admin-outside-managed-role': `# admin-outside-managed-role

Reports \`ADMIN\` among the grants of a custom role.

- Severity: warning
- Category: Overbroad and escalating
- Fix: yes (takes the grant out and makes the role's members members of the managed role \`Admin\`; none for a role that expires, that auto-share gives or that a service account names)
- Configurable: yes

## Why

\`ADMIN\` is every permission in every object, every record, and the right to invite any address. The managed role \`Admin\` is where everybody looks for the people who have it. A custom role with \`ADMIN\` hides them behind another name and looks narrower than it is, because its other grants no longer matter.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
user carol "carol@acme.com"
role Owners { description "Runs the platform"  members alice, carol  grants ADMIN }
//                                                                          ^^^^^ admin-outside-managed-role
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
user carol "carol@acme.com"
managed role Admin { members alice, carol }
\`\`\`

## Exceptions

- \`ADMIN\` in a role of an object is [wrong-scope](wrong-scope.md): only the organization grants it.
- Levels such as \`admin on Users\` do not include \`ADMIN\`.

## Options

\`"admin-outside-managed-role": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore admin-outside-managed-role: REASON\` on the line before hides it there.

## See also

- [admin-sprawl](admin-sprawl.md), [no-emergency-admin](no-emergency-admin.md)
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'admin-sprawl': `# admin-sprawl

Reports more than five active people and service accounts that hold \`ADMIN\`, and a group among its holders that fills itself: one by e-mail domain, or a system group.

- Severity: warning
- Category: Overbroad and escalating
- Fix: no
- Configurable: yes

## Why

\`ADMIN\` is every permission in every object and every record, and the right to invite any address. Each holder more is one more account that can be taken over, and one more person who has changed teams and was forgotten. Five can stand in for each other and still know of each other. A group that fills itself makes an administrator of whoever gets an address or an account, and nobody decides about it.

## Invalid

\`\`\`writ
user ana "ana@acme.com"
user ben "ben@acme.com"
user cleo "cleo@acme.com"
user dina "dina@acme.com"
user emil "emil@acme.com"
user fay "fay@acme.com"
group Owners { description "Run the platform"  members ana, ben, cleo }
managed role "Admin" { members Owners, dina, emil, fay }
//           ^^^^^^^ admin-sprawl
\`\`\`

Anybody with an address at acme.com becomes an administrator.

\`\`\`writ
user ana "ana@acme.com"
group Acme { description "Everyone of ours"  domain "acme.com" }
managed role "Admin" { members Acme }
//                             ^^^^ admin-sprawl
\`\`\`

## Valid

\`\`\`writ
user ana "ana@acme.com"
user ben "ben@acme.com"
user cleo "cleo@acme.com" { inactive }
group Owners { description "Run the platform"  members ana, ben, cleo }
managed role "Admin" { members Owners }
\`\`\`

## Exceptions

- Inactive people do not count, and neither do roles that are over.
- Custom roles that grant \`ADMIN\` count as the managed role does. Whom auto-share gives it for a record does not.
- Who is known to hold it is enough: what an error hides could only be more.

## Options

\`"admin-sprawl": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore admin-sprawl: REASON\` on the line before hides it there.

## See also

- [no-emergency-admin](no-emergency-admin.md): the opposite
- [admin-outside-managed-role](admin-outside-managed-role.md)
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions), [Groups](https://docs.elementum.io/administration/groups)
`,
  'always-true': `# always-true

Reports a condition, or a part of one, that every record meets: in a policy, in the \`where\` of an action or tool, or in the \`when\` of a question.

- Severity: warning
- Category: Without effect
- Fix: yes (removes the part with all that it decides, or the condition)
- Configurable: yes

## Why

A condition is there to leave records out. One that leaves out none opens everything while it looks careful, and a reviewer who sees a \`when\` stops asking whether the policy needs one. Where every record is meant, a policy says so best without any condition, and [unconditional-policy](unconditional-policy.md) then lists it.

## Invalid

One of the two is true of each ticket, those without a status too.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open", "Closed")
  field Priority: number
  policy Queue { to alice  when Priority > 3 and (Status is not "Open" or Status is not "Closed") }
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ always-true
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Priority: number
  policy Tickets { to alice  when Priority < 3 or Priority >= 3 or Priority is empty }
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ always-true
}
\`\`\`

No text equals the empty one, and \`is not\` is true of whatever does not.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Note: text
  policy Noted { to alice  when Note is not "" }
//                              ^^^^^^^^^^^^^^ always-true
}
\`\`\`

## Valid

A field may hold nothing, and then it is neither below 3 nor above: the condition leaves out tickets without a priority.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open", "Closed")
  field Priority: number
  field Note: text
  policy Sorted { to alice  when Priority < 3 or Priority >= 3 }
  policy Queue { to alice  when Status is one of ("New", "Open", "Closed") }
  policy Noted { to alice  when Note is not empty }
}
\`\`\`

## Exceptions

A part that is superfluous only because of what stands beside it is not reported. What depends on \`current user\` is reported only if it is true for everybody whom the condition is for.

## Options

\`"always-true": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore always-true: REASON\` on the line before hides it there.

## See also

- [never-true](never-true.md): the opposite
- [unconditional-policy](unconditional-policy.md): a policy that says openly that it opens every record
- [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'auto-share-escalation': `# auto-share-escalation

Reports a role that auto-share gives and that carries administration, deletes or sharing. It says who can hand it out, and how many of them lack what they hand out.

- Severity: warning
- Category: Overbroad and escalating
- Fix: no
- Configurable: yes

## Why

A role by auto-share is not given by whoever administers, but by whoever writes a message, adds a watcher or assigns a record. \`mention\` and \`watch\` weigh most: anybody who can write a message can mention anybody, themselves included, and anybody who can open a record can watch it. What the role carries is then theirs for that record. The platform does not say that the role goes when the relation ends.

## Invalid

\`\`\`writ
user ana "ana@acme.com"
user ben "ben@acme.com"
group Clerks { description "Answer tickets"  members ana, ben }
app Desk {
  field Subject: text
  policy Tickets { to Clerks }
  role Clerk { description "Answers tickets"  members Clerks  grants READ_RECORDS, READ_MESSAGES, CREATE_MESSAGES }
  role Helper {
    description "Helps in one ticket"
    grants READ_RECORDS, UPDATE_RECORDS, DELETE_RECORDS
    auto-share on assign, mention
//                        ^^^^^^^ auto-share-escalation
  }
}
\`\`\`

## Valid

\`\`\`writ
user ana "ana@acme.com"
group Clerks { description "Answer tickets"  members ana }
app Desk {
  field Subject: text
  policy Tickets { to Clerks }
  role Clerk { description "Answers tickets"  members Clerks  grants READ_RECORDS, READ_MESSAGES, CREATE_MESSAGES }
  role Helper {
    description "Helps in one ticket"
    grants READ_RECORDS, UPDATE_RECORDS, READ_MESSAGES, CREATE_MESSAGES
    auto-share on assign, mention
  }
}
\`\`\`

## Exceptions

- It stands on the heaviest trigger of the role: \`mention\`, \`watch\`, \`share\`, \`assign\`, \`approval\`.
- A role that has sharing alone to give, and that a share gives, is [self-propagating-share](self-propagating-share.md).
- Who can write a message, watch, share, assign or start an approval is read off a permission, as the platform has none for most of these. Administrators are left out of the count.
- Roles that are over, and roles with an error.

## Options

- \`"auto-share-escalation": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore auto-share-escalation: REASON\` on the line before hides it there.
- \`"autoShareReach": "object"\` under \`semantics\` in \`writ.json\` is the broad reading of auto-share: one mention then gives the role in the whole object.

## See also

- [self-propagating-share](self-propagating-share.md), [confused-deputy](confused-deputy.md)
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'conflicting-duties': `# conflicting-duties

Reports one custom role, or one person through several, with permissions on both sides of a duty that does not belong into one hand. It says who and how many they are, and by which roles.

- Severity: warning
- Category: Overbroad and escalating
- Fix: no
- Configurable: yes

## Why

Whoever decides who may see and do what, and changes records as well, can give themselves access, change what they like and take the access away again. The same holds for whoever keeps service accounts and roles: they can act through an account that they have given a role. With the two sides in different hands it takes two people, and each sees what the other does.

## Invalid

\`\`\`writ
user ana "ana@acme.com"
app Desk {
  field Subject: text
  default policy
  role Lead {
//     ^^^^ conflicting-duties
    description "Leads the desk"
    members ana
    grants READ_RECORDS, UPDATE_RECORDS, READ_DATA_ACCESS, UPDATE_DATA_ACCESS
  }
}
\`\`\`

Two roles, and one person in both.

\`\`\`writ
user ana "ana@acme.com"
user ben "ben@acme.com"
group Keepers { description "Keep the roles"  members ana }
group Clerks { description "Answer tickets"  members ana, ben }
role Keeper { description "Keeps the roles"  members Keepers  grants READ_ROLES, UPDATE_ROLES }
//                                                   ^^^^^^^ conflicting-duties
app Desk {
  field Subject: text
  default policy
  role Clerk { description "Answers tickets"  members Clerks  grants READ_RECORDS, UPDATE_RECORDS }
}
\`\`\`

A duty of the project's own, of \`writ.json\`.

\`\`\`writ
--- file: writ.json
{ "duties": [{ "name": "building and opening", "first": ["CREATE_WORKFLOWS"], "second": ["CREATE_DATA_ACCESS"] }] }
--- file: desk.writ
user ana "ana@acme.com"
app Desk {
  field Subject: text
  default policy
  role Builder { description "Builds"  members ana  grants view on Automations, CREATE_WORKFLOWS, CREATE_DATA_ACCESS }
//     ^^^^^^^ conflicting-duties
}
\`\`\`

## Valid

\`\`\`writ
user ana "ana@acme.com"
user ben "ben@acme.com"
user cleo "cleo@acme.com"
managed role "Admin" { members ana, cleo }
role Keeper { description "Keeps the roles"  members ana  grants READ_ROLES, UPDATE_ROLES }
app Desk {
  field Subject: text
  default policy
  managed role "App Admin" { members ben }
  role Clerk { description "Answers tickets"  members ana, ben  grants READ_RECORDS, UPDATE_RECORDS }
}
app Stock {
  field Amount: number
  default policy
  role Opener { description "Opens the stock"  members ben  grants READ_DATA_ACCESS, UPDATE_DATA_ACCESS }
}
\`\`\`

## Exceptions

- Holders of \`ADMIN\` and what managed roles grant are left out: they hold both sides of everything.
- Looking at roles, policies or records is no side of a duty.
- A role of an object counts in that object only; a role of the organization counts in every object.
- A role that nobody holds is [unused-role](unused-role.md), and a role with an error is not measured.

## Options

- \`"conflicting-duties": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore conflicting-duties: REASON\` on the line before hides it there.
- \`duties\` in \`writ.json\` adds pairs: each with a \`name\`, and the permissions of its \`first\` and \`second\` side. Built in are managing roles or policies / changing records, and managing service accounts / managing roles.

## See also

- [admin-sprawl](admin-sprawl.md), [excess-permission](excess-permission.md)
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions), [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'confused-deputy': `# confused-deputy

Reports people in \`usable by\` who gain permissions or records through a service account that they lack themselves, and people who gain them by an agent or automation that runs as one. It says who, what in which object, and gives a record as an example.

- Severity: warning
- Category: Overbroad and escalating
- Fix: no
- Configurable: yes

## Why

A service account acts with its own rights, no more and no less: those of whoever makes it act are not asked for. So whoever may pick the account can build what reads or changes records that they must not see, and whoever chats with an agent sees what its account sees. The log names the account. Every role and every policy looks right by itself; the steps from the person to the records are listed with the finding.

## Invalid

\`\`\`writ
user ana "ana@acme.com"
group Builders { description "Build automations"  members ana }
app Desk {
  field Subject: text
  policy Tickets { to Builders, Bot }
  role Builder { description "Builds"  members Builders  grants READ_RECORDS }
  role Router { description "What the bot needs"  grants READ_RECORDS, UPDATE_RECORDS }
  service account Bot { purpose "Routes tickets"  roles Router  usable by Builders }
//                                                                        ^^^^^^^^ confused-deputy
}
\`\`\`

Everybody reads here, but the bot sees more.

\`\`\`writ
user ana "ana@acme.com"
user ben "ben@acme.com"
user cleo "cleo@acme.com"
app Desk {
  field Status: choice("Open", "Closed")
  policy Open { to ana, ben  when Status is "Open" }
  policy All { to Bot, cleo }
  role Clerk { description "Answers"  members ana, ben, cleo  grants READ_RECORDS, READ_AGENTS }
  role Reader { description "What the bot needs"  grants READ_RECORDS }
  service account Bot { purpose "Answers questions"  roles Reader  usable by cleo }
  agent Helper {
    runs as Bot
//          ^^^ confused-deputy
    built by cleo
    tool searchAspect
  }
}
\`\`\`

## Valid

\`\`\`writ
user ana "ana@acme.com"
user ben "ben@acme.com"
group Builders { description "Build automations"  members ana }
app Desk {
  field Status: choice("Open", "Closed")
  policy Open { to ana, ben  when Status is "Open" }
  policy Queue { to Bot  when Status is "Open" }
  role Clerk { description "Answers"  members ana, ben  grants READ_RECORDS, UPDATE_RECORDS, READ_AGENTS }
  role Router { description "What the bot needs"  grants READ_RECORDS, UPDATE_RECORDS, READ_AI_PROVIDER_CONNECTOR }
  service account Bot { purpose "Routes tickets"  roles Router  usable by Builders }
  agent Helper {
    runs as Bot
    built by ana
    tool searchAspect where Status is "Open"
  }
}
\`\`\`

## Exceptions

- What counts is what an action or tool does with records: no action deletes or shares one, whatever the account holds.
- Who can chat is read off \`READ_AGENTS\`, and who can start an automation by hand off \`READ_WORKFLOWS\`: the platform has no permission for either. An automation does what its builder wrote, so there it is an info. Automations that a change of a record, an e-mail or the clock sets off are left out.
- The account's sight is that of its policies; what is shared with it or assigned to it comes and goes.
- Whoever may pick more than three accounts and gains by each is there to build: that is one finding, at the first, with what there is to gain by the one with most.
- Whoever writes policies and roles of the object (\`CREATE_DATA_ACCESS\` and \`UPDATE_ASPECT_ROLES\`, such as its \`App Admin\`) borrows nothing there that they could not give themselves.
- Administrators, inactive people and accounts, and whatever an error leaves open.

## Options

- \`"confused-deputy": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore confused-deputy: REASON\` on the line before hides it there.
- \`"adminSeesAllRecords": false\` under \`semantics\` in \`writ.json\`: then administrators gain records, too.
- The severity in \`writ.json\` is for agents and automations alike.

## See also

- [publisher-identity](publisher-identity.md): the same with a person's rights
- [excess-permission](excess-permission.md), [excess-data-access](excess-data-access.md): what the account would not even need
- [Service Accounts](https://elementum.mintlify.app/administration/service-accounts), [Agent tools](https://docs.elementum.io/ai-agents/agents-tools-and-deployment)
`,
  'data-access-without-permission': `# data-access-without-permission

Reports a data access policy whose people hold no permission in the object that lets them look at its records or at what belongs to them.

- Severity: warning
- Category: Without effect
- Fix: no
- Configurable: yes

## Why

A policy opens records to people whom a role lets read. Where no role does, it shows them nothing today, and everything it names on the day when somebody gives them a role for another reason. Either the role is missing, or the policy is left from people who have moved on.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
user dana "dana@partner.example" { external }
app Desk {
  field Company: text
  role Agent { description "Works the queue"  members alice  grants READ_RECORDS, UPDATE_RECORDS }
  policy Tickets { to alice }
  policy Partners { to dana  when Company is "Partner" }
//       ^^^^^^^^ data-access-without-permission
}
\`\`\`

A role counts in its own object only.

\`\`\`writ
app Desk {
  service account Bot { purpose "Counts approvals"  roles Reader }
  role Reader { description "Counts"  grants READ_RECORDS }
  policy Tickets { to Bot }
}
task Approvals {
  field Amount: number
  policy Counted { to Desk.Bot }
//       ^^^^^^^ data-access-without-permission
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
user dana "dana@partner.example" { external }
managed role "External Update" { members dana }
app Desk {
  field Company: text
  role Agent { description "Works the queue"  members alice  grants READ_RECORDS, UPDATE_RECORDS }
  policy Tickets { to alice }
  policy Partners { to dana  when Company is "Partner" }
}
\`\`\`

## Exceptions

- It is enough that somebody whom the policy names can read.
- A role that reads and that auto-share gives may come to anybody, and a broken one might have been meant for them: then nothing is reported.

## Options

\`"data-access-without-permission": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore data-access-without-permission: REASON\` on the line before hides it there.

## See also

- [role-without-data-access](role-without-data-access.md): the other half is missing
- [Access Overview](https://docs.elementum.io/administration/access-overview)
`,
  'data-egress': `# data-egress

Reports an action that sends data outside, such as \`api\`, \`executeScript\` or \`postTeamsMessage\`, run by a service account that sees records.

- Severity: info
- Category: Upkeep
- Fix: no
- Configurable: yes

## Why

What leaves the platform is beyond its roles, its policies and its log: whoever reads the channel, the other system or the mailbox sees it. The account's sight is the most that can leave. It is no mistake by itself: it is worth a look at the policies that decide how much it can be.

## Invalid

\`\`\`writ
user ana "ana@acme.com"
app Desk {
  field Status: choice("Open", "Closed")
  role Reader { description "What the bot needs"  grants READ_RECORDS }
  policy Queue { to Bot  when Status is "Open" }
  service account Bot { purpose "Reports"  roles Reader  usable by ana }
  automation Report {
    trigger temporal
    runs as Bot
    built by ana
    action recordSearch where Status is "Open"
    action postTeamsMessage
//         ^^^^^^^^^^^^^^^^ data-egress
  }
}
\`\`\`

## Valid

\`\`\`writ
user ana "ana@acme.com"
app Desk {
  field Status: choice("Open", "Closed")
  role Reader { description "What the bot needs"  grants READ_RECORDS }
  policy Queue { to Bot  when Status is "Open" }
  service account Bot { purpose "Counts"  roles Reader  usable by ana }
  service account Bell { purpose "Rings in the morning"  usable by ana }
  automation Count {
    trigger temporal
    runs as Bot
    built by ana
    action recordSearch where Status is "Open"
    action calculation
  }
  automation Ring {
    trigger temporal
    runs as Bell
    built by ana
    action postTeamsMessage
  }
}
\`\`\`

## Exceptions

- An account that no policy shows a record has nothing to send.
- What runs as its publisher or as current user is not measured by an account.
- Which actions send data outside is a column of the catalogue.

## Options

\`"data-egress": "off"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore data-egress: REASON\` on the line before hides it there.

## See also

- [excess-data-access](excess-data-access.md): what the account would not have to see
- [Automation actions](https://docs.elementum.io/workflows/automation-actions-reference), [Service Accounts](https://elementum.mintlify.app/administration/service-accounts)
`,
  'dead-invite-grant': `# dead-invite-grant

Reports a grant of \`CREATE_ORGANIZATION_USERS\` in an organization where only administrators may invite.

- Severity: warning
- Category: Without effect
- Fix: yes (removes the grant)
- Configurable: yes

## Why

Who may invite is decided twice: by the permission and by the invitation policy of the organization. Under \`admins-only\`, which holds when nothing else is said, the permission gives nothing. It comes alive for everybody who holds it on the day when the policy is opened a little, which nobody who does that will think of.

## Invalid

\`\`\`writ
organization "Acme" { domains "acme.com"  invites admins-only }
user lotte "lotte@acme.com"
role "People Operations" { description "Brings colleagues in"  members lotte  grants READ_GROUPS, CREATE_ORGANIZATION_USERS }
//                                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^ dead-invite-grant
\`\`\`

## Valid

\`\`\`writ
organization "Acme" { domains "acme.com"  invites allowed-domains }
user lotte "lotte@acme.com"
role "People Operations" { description "Brings colleagues in"  members lotte  grants READ_GROUPS, CREATE_ORGANIZATION_USERS }
\`\`\`

## Exceptions

A level such as \`admin on Users\` grants more than inviting and is not reported.

## Options

\`"dead-invite-grant": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore dead-invite-grant: REASON\` on the line before hides it there.

## See also

- [open-invites](open-invites.md): the same grant under \`any-domain\`
- [redundant-grant](redundant-grant.md)
- [Users](https://docs.elementum.io/administration/users), [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'default-policy-in-effect': `# default-policy-in-effect

Reports a policy for people whom the default policy of the object already shows every record.

- Severity: warning
- Category: Without effect
- Fix: yes (removes the policy, or who is shown everything already, from it; or removes the default policy)
- Configurable: yes

## Why

A new app comes with a default policy: Internal Users see every record. Policies only add up, so as long as it is there, no other policy keeps an internal person from anything. A narrow policy beside it is the most common way to believe in a protection that does not exist. Take the default policy out before the narrow ones can mean something; take the narrow ones out if everybody is to see everything.

## Invalid

\`\`\`writ
group Agents { description "Work the queue"  members alice }
user alice "alice@acme.com"
app Desk {
  field Owner: user
  default policy
  policy "Own tickets" { to Agents  when Owner is current user }
//       ^^^^^^^^^^^^^ default-policy-in-effect
}
\`\`\`

For the account it means something, and for the people beside it nothing.

\`\`\`writ
group Agents { description "Work the queue"  members alice }
user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open")
  default policy
  service account Bot { purpose "Counts tickets" }
  policy Queue { to Bot, Agents  when Status is "Open" }
//                       ^^^^^^ default-policy-in-effect
}
\`\`\`

## Valid

The default policy shows nothing to people from outside or to service accounts.

\`\`\`writ
group Partners { description "Work with us"  members dana }
user alice "alice@acme.com"
user dana "dana@partner.example" { external }
app Desk {
  field Status: choice("New", "Open")
  default policy
  service account Bot { purpose "Counts tickets" }
  policy Shared { to Partners, Bot  when Status is "Open" }
}
\`\`\`

## Exceptions

- A group counts as internal if all of its active members are internal today.
- Asked about by itself, a group stands for one more person, who is in no system group: to that one the default policy shows nothing. So the fix that removes a policy of a group says that it loses something, *as a group*.

## Options

\`"default-policy-in-effect": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore default-policy-in-effect: REASON\` on the line before hides it there.

## See also

- [shadowed-policy](shadowed-policy.md): the same with any other policy
- [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'directory-unreadable': `# directory-unreadable

Reports a directory file that is missing, not JSON or not SCIM 2.0, with the path and the place in it where reading stops.

- Severity: error
- Category: Broken policy
- Fix: no
- Configurable: no

## Why

A directory file brings users and groups from the identity provider. Without it their names are unknown, groups are smaller than they are, and an answer such as "nobody else can" would be about the wrong people. The path is relative to the file with the \`directory\` declaration. A ListResponse, several of them, or a bare array of Users and Groups is read; an export in another form has to be converted first.

## Invalid

There is no such file.

\`\`\`writ
directory "people.scim.json"
//        ^^^^^^^^^^^^^^^^^^ directory-unreadable
\`\`\`

The file is JSON, but not SCIM.

\`\`\`writ
--- file: people.writ
directory "people.json"
//        ^^^^^^^^^^^^^ directory-unreadable
--- file: people.json
{ "staff": [ { "login": "erin", "mail": "erin@acme.com" } ] }
\`\`\`

The file breaks off.

\`\`\`writ
--- file: people.writ
directory "people.scim.json"
//        ^^^^^^^^^^^^^^^^^^ directory-unreadable
--- file: people.scim.json
{
  "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
  "Resources": [
    { "userName": "erin@acme.com",
\`\`\`

## Valid

\`\`\`writ
--- file: people.writ
directory "people.scim.json"
--- file: people.scim.json
{
  "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
  "totalResults": 1,
  "Resources": [
    { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
      "id": "u-1", "userName": "erin@acme.com", "active": true }
  ]
}
\`\`\`

## Exceptions

None: of a directory with one entry that cannot be read, it is not known who is missing.

## Options

None: it can be neither lowered nor suppressed, as nobody knows whom the directory would have brought.

## See also

- [unknown-principal](unknown-principal.md): whoever the directory would have brought
- [unreadable-file](unreadable-file.md), [nested-directory-group](nested-directory-group.md)
- [Users](https://docs.elementum.io/administration/users)
`,
  'duplicate-name': `# duplicate-name

Reports a second declaration of a name in the same scope, a second user with the same address, a property that stands twice in one declaration, and an object that is opened again as another kind; the finding stands on the later one and points at the first.

- Severity: error
- Category: Broken policy
- Fix: yes (adds what the second list names to the first, gives the later declaration a free name, or removes it)
- Configurable: yes

## Why

A reference to a name with two declarations could mean either, and the two may carry different rights. Users, groups and service accounts share one set of names, because policies and roles name them side by side. Addresses compare ignoring case: two users with one address would be one person with two sets of rights. A second \`members\` or \`grants\` in one role looks as if it added to the first, while in a merge it is often the leftover of a removal.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  default policy
  role Clerk { description "Reads tickets"  members alice  grants READ_RECORDS }
  role Clerk { description "Answers tickets"  members alice  grants READ_MESSAGES, CREATE_MESSAGES }
//     ^^^^^ duplicate-name
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
user ally "Alice@ACME.com"
//        ^^^^^^^^^^^^^^^^ duplicate-name
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents { description "Works the queue"  members alice  members bob }
//                                                           ^^^^^^^ duplicate-name
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents { description "Works the queue"  members alice, bob }
app Desk {
  default policy
  role Clerk { description "Reads tickets"  members Agents  grants READ_RECORDS }
  role Writer { description "Answers tickets"  members Agents  grants READ_MESSAGES, CREATE_MESSAGES }
}
\`\`\`

## Exceptions

- An object may be opened several times, in one file or in many, as the same kind: the blocks add up.
- \`field\`, \`action\` and \`tool\` may stand more than once in a declaration.
- The same role name in two objects, or in an object and the organization, is two roles.
- A user who is declared and also comes from a directory with the same address is one user.

## Options

\`"duplicate-name": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore duplicate-name: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [managed-role-fixed](managed-role-fixed.md): a custom role with the name of a managed one
- [vague-name](vague-name.md): names that only a number tells apart
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'excess-data-access': `# excess-data-access

Reports a service account in a policy that shows it records which none of the actions and tools that run as it reaches, with an example of such a record.

- Severity: warning
- Category: Without effect
- Fix: yes (takes the account out of the policy, or narrows a policy for it alone to what is reached)
- Configurable: yes

## Why

Whatever an account sees can be asked out of an agent that runs as it, and sent away by an automation. What its actions reach is written beside them, record for record, so the policy need not open more. The example is a record that the account sees and that nothing has any business with.

## Invalid

The actions reach new tickets, and the account sees closed ones as well.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open", "Closed")
  role Router { description "What the bot needs"  grants READ_RECORDS, UPDATE_RECORDS }
  policy Queue { to Bot  when Status is one of ("New", "Closed") }
//                  ^^^ excess-data-access
  service account Bot { purpose "Routes new tickets"  roles Router  usable by alice }
  automation Route {
    trigger createRecord
    runs as Bot
    built by alice
    action updateField where Status is "New"
  }
}
\`\`\`

It makes records in Approvals, and needs to see none there.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  service account Bot { purpose "Asks for approval"  roles Approvals.Requester  usable by alice }
  automation Ask {
    trigger onDemand
    runs as Bot
    built by alice
    action createRecord in Approvals
  }
}
task Approvals {
  field Amount: number
  role Requester { description "Asks for approval"  grants CREATE_RECORDS }
  policy Asked { to Desk.Bot }
//                  ^^^^^^^^ excess-data-access
}
\`\`\`

## Valid

Together the actions reach all that it sees.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open", "Closed")
  role Router { description "What the bot needs"  grants READ_RECORDS, UPDATE_RECORDS }
  policy Queue { to Bot  when Status is one of ("New", "Open") }
  service account Bot { purpose "Routes new tickets"  roles Router  usable by alice }
  automation Route {
    trigger createRecord
    runs as Bot
    built by alice
    action updateField where Status is "New"
    action recordSearch where Status is "Open"
  }
}
\`\`\`

## Exceptions

- An action without \`where\` reaches every record of its object.
- Records that are shared with the account, or that it sees because it is assigned to them, are not looked at: only what policies that name it show.
- An account that no action or tool runs as is not reported here.

## Options

\`"excess-data-access": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore excess-data-access: REASON\` on the line before hides it there.

## See also

- [excess-permission](excess-permission.md): the same for permissions
- [missing-data-access](missing-data-access.md): the opposite
- [Service Accounts](https://elementum.mintlify.app/administration/service-accounts), [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'excess-permission': `# excess-permission

Reports what an active service account holds beyond what the actions and tools that run as it need.

- Severity: warning
- Category: Without effect
- Fix: yes (removes the grant, leaves of a level what is needed, or takes the role from the account; where people hold the role too there is none)
- Configurable: yes

## Why

Whoever may pick a service account, or can trigger what runs as it, works with its rights. Everything that it holds and does not need is a way to do more than they may themselves, and nobody misses it when it goes: the needs of an account are the sum of its actions, which stand in the same file. People change their tasks every week; an account that needs more tomorrow says so by an action.

## Invalid

No action deletes a record.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open")
  role Router { description "What the bot needs"  grants READ_RECORDS, UPDATE_RECORDS, DELETE_RECORDS }
//                                                                                     ^^^^^^^^^^^^^^ excess-permission
  policy Queue { to Bot  when Status is "New" }
  service account Bot { purpose "Routes new tickets"  roles Router  usable by alice }
  automation Route {
    trigger createRecord
    runs as Bot
    built by alice
    action updateField where Status is "New"
  }
}
\`\`\`

Where people hold the role too, the role may be right for them: what is wrong is that the account has it.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open")
  role Agent { description "Works the queue"  members alice  grants READ_RECORDS, UPDATE_RECORDS, edit on Conversations }
  policy Queue { to Bot, alice  when Status is "New" }
  service account Bot { purpose "Routes new tickets"  roles Agent  usable by alice }
//                                                          ^^^^^ excess-permission
  automation Route {
    trigger createRecord
    runs as Bot
    built by alice
    action updateField where Status is "New"
  }
}
\`\`\`

Nothing that runs as the account does anything in Approvals.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  role Opener { description "What the bot needs"  grants CREATE_RECORDS }
  service account Bot { purpose "Opens tickets"  roles Opener, Approvals.Requester  usable by alice }
//                                                             ^^^^^^^^^^^^^^^^^^^ excess-permission
  automation Open {
    trigger emailIngestion
    runs as Bot
    built by alice
    action createRecord
  }
}
task Approvals {
  field Amount: number
  role Requester { description "Asks for approval"  grants CREATE_RECORDS }
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open")
  role Agent { description "Works the queue"  members alice  grants READ_RECORDS, UPDATE_RECORDS, edit on Conversations }
  role Router { description "What the bot needs"  grants READ_RECORDS, UPDATE_RECORDS }
  policy Queue { to Bot, alice  when Status is "New" }
  service account Bot { purpose "Routes new tickets"  roles Router, Approvals.Requester  usable by alice }
  automation Route {
    trigger createRecord
    runs as Bot
    built by alice
    action updateField where Status is "New"
    action createRecord in Approvals
  }
}
task Approvals {
  field Amount: number
  role Requester { description "Asks for approval"  grants CREATE_RECORDS }
}
\`\`\`

## Exceptions

- An account that no action or tool runs as has no needs to be measured by, and one that is inactive does nothing.
- What is needed in one object is excess in another, but for roles of the organization: those count wherever the account works.
- An action that the catalogue does not have might need what any action needs.

## Options

\`"excess-permission": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore excess-permission: REASON\` on the line before hides it there.

## See also

- [excess-data-access](excess-data-access.md): the same for records
- [missing-permission](missing-permission.md): the opposite
- [Service Accounts](https://elementum.mintlify.app/administration/service-accounts)
`,
  'expired-role': `# expired-role

Reports a role past its date. A role that ends within the next 14 days is reported as info.

- Severity: warning
- Category: Without effect
- Fix: yes (removes the role, also where service accounts name it; not before its date)
- Configurable: yes

## Why

A role is in force through the day that it expires, and grants nothing from the next day on. Its members and grants still stand there and are read as if they counted, and whoever moves the date brings all of it back. Before the end there are two weeks to ask whether it is right that it ends.

## Invalid

These pages are read on 2026-11-21.

\`\`\`writ
user alice "alice@acme.com"
role "Audit 2025" { description "The audit of 2025"  members alice  grants READ_ACTIVITY_LOGS  expires 2025-12-31 }
//                                                                                                     ^^^^^^^^^^ expired-role
role "Year End" { description "Closes the books"  members alice  grants READ_RECORDS  expires 2026-11-30 }
//                                                                                            ^^^^^^^^^^ expired-role
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
role "Audit 2026" { description "The audit of 2026"  members alice  grants READ_ACTIVITY_LOGS  expires 2027-01-31 }
\`\`\`

## Exceptions

- A date that cannot be read is [invalid-value](invalid-value.md): such a role is never in force.
- A question \`as of\` an earlier day still finds the role in force.

## Options

- \`"expired-role": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore expired-role: REASON\` on the line before hides it there.
- The severity in \`writ.json\` is for roles that have ended and for those that will. \`--as-of DATE\` of \`writ check\` looks on another day.

## See also

- [unused-role](unused-role.md), [redundant-grant](redundant-grant.md)
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'external-overreach': `# external-overreach

Reports external people who hold a role of the organization, or in an object the right to delete or to manage roles or policies; and a group of another organization's domain that does. It says who and how many they are, and what they come to.

- Severity: warning
- Category: Overbroad and escalating
- Fix: no
- Configurable: yes

## Why

External people work in the objects that they were invited to. A grant of the organization counts in every object, including those that are created next year. What somebody deleted, and whom they let in, stays when their own access ends. With a group by domain, another company decides who is in it.

## Invalid

\`\`\`writ
organization Acme { domains "acme.com" }
user max "max@carrier.example" { external }
role Portal { description "Confirms loads"  members max  grants READ_RECORDS, UPDATE_RECORDS  expires 2027-06-30 }
//                                                  ^^^ external-overreach
app Freight { field Weight: number }
app Payroll { field Salary: number }
\`\`\`

Whoever the carrier hires can delete.

\`\`\`writ
organization Acme { domains "acme.com" }
group Carrier { description "Our carrier"  domain "carrier.example" }
app Freight {
  field Weight: number
  role Loader { description "Works on loads"  members Carrier  grants edit on Records  expires 2027-06-30 }
//                                                    ^^^^^^^ external-overreach
}
\`\`\`

One of the team is external.

\`\`\`writ
user ana "ana@acme.com"
user max "max@carrier.example" { external }
group Leads { description "Lead a depot"  members ana, max }
app Freight {
  field Weight: number
  role Lead { description "Runs a depot"  members Leads  grants READ_RECORDS, CREATE_ASPECT_ROLES, READ_ASPECT_ROLES }
//                                                ^^^^^ external-overreach
}
\`\`\`

## Valid

\`\`\`writ
organization Acme { domains "acme.com", "partner.example" }
user max "max@carrier.example" { external }
group Partner { description "Shares our building"  domain "partner.example" }
managed role "External Update" { members max }
role Charts { description "Sees charts"  members Partner  grants view on Analytics }
app Freight {
  field Weight: number
  role Loader { description "Works on loads"  members max  grants READ_RECORDS, UPDATE_RECORDS  expires 2027-06-30 }
  policy Loads { to max }
}
\`\`\`

## Exceptions

- The managed roles that the platform has for people from outside: \`External Create\`, \`External Update\` and \`Service Requestor\`.
- Inactive people, and roles that are over.
- A domain is another's only where the organization says its own.
- Whom auto-share gives a role is not known: see [auto-share-escalation](auto-share-escalation.md).

## Options

\`"external-overreach": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore external-overreach: REASON\` on the line before hides it there.

## See also

- [external-without-expiry](external-without-expiry.md), [overbroad-org-grant](overbroad-org-grant.md)
- [External user re-verification](https://docs.elementum.io/administration/external-user-reauth), [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions), [Groups](https://docs.elementum.io/administration/groups)
`,
  'external-without-expiry': `# external-without-expiry

Reports a custom role without \`expires\` that external people hold.

- Severity: warning
- Category: Overbroad and escalating
- Fix: yes (adds \`expires\` at the end of the next quarter)
- Configurable: yes

## Why

Access from outside has a reason that ends: a project, a contract, an audit. The platform asks external people to verify their address again from time to time, and that keeps their roles, groups and policies. A role ends by itself only if it has a date; without one it is there until somebody takes it away.

## Invalid

\`\`\`writ
user max "max@carrier.example" { external }
app Freight {
  field Weight: number
  role Loader { description "Works on loads"  members max  grants READ_RECORDS, UPDATE_RECORDS }
//     ^^^^^^ external-without-expiry
  policy Loads { to max }
}
\`\`\`

A group is external where all of its people are, or where its domain is none of the organization's.

\`\`\`writ
organization Acme { domains "acme.com" }
user max "max@carrier.example" { external }
user mia "mia@carrier.example" { external inactive }
group Drivers { description "Drive"  members max, mia }
group Carrier { description "Our carrier"  domain "carrier.example" }
app Freight {
  field Weight: number
  role Driver { description "Drives"  members Drivers  grants READ_RECORDS }
//     ^^^^^^ external-without-expiry
  role Loader { description "Loads"  members Carrier  grants READ_RECORDS }
//     ^^^^^^ external-without-expiry
  policy Loads { to Drivers, Carrier }
}
\`\`\`

## Valid

\`\`\`writ
user ana "ana@acme.com"
user max "max@carrier.example" { external }
group Team { description "Plans loads"  members ana, max }
managed role "External Update" { members max }
app Freight {
  field Weight: number
  role Loader { description "Works on loads"  members max  grants READ_RECORDS, UPDATE_RECORDS  expires 2027-06-30 }
  role Planner { description "Plans loads"  members Team  grants READ_RECORDS }
  policy Loads { to max, Team }
}
\`\`\`

## Exceptions

- Managed roles cannot expire.
- Somebody external in a group of ours loses the role with the group.
- An inactive person holds nothing.

## Options

- \`"external-without-expiry": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore external-without-expiry: REASON\` on the line before hides it there.
- \`--as-of DATE\` of \`writ check\` counts the quarter of the fix from another day.

## See also

- [external-overreach](external-overreach.md)
- [External user re-verification](https://docs.elementum.io/administration/external-user-reauth), [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'failed-expectation': `# failed-expectation

Reports an \`expect\` that does not hold, or that can't be evaluated, with the decision, its reason and an example record where records are left open.

- Severity: error
- Category: Broken policy
- Fix: yes (writes what holds today; never applied by \`writ fix\`, because it changes what was expected)
- Configurable: no

## Why

An expectation is what somebody wants to stay true: that agents see open tickets, that nobody but two people can delete. It is decided for every record at once, so a single record for which it is wrong makes it fail, and that record is shown. One that can't be evaluated (an unknown name in it, a broken declaration that could widen access, a decision that takes too long) has not passed either. Before the expectation is changed to what holds today, check which of the two is wrong.

## Invalid

A closed ticket is in no policy.

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  field Status: choice("Open", "Closed")
  role Clerk { description "Reads tickets"  members Agents  grants READ_RECORDS }
  policy Opened { to Agents  when Status is "Open" }
}
test "queue" { expect Agents can READ_RECORDS in Desk }
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ failed-expectation
\`\`\`

Alice can delete too, as an agent.

\`\`\`writ
user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents { description "Works the queue"  members alice }
group Leads { description "Decides"  members bob }
app Desk {
  default policy
  role Clerk { description "Handles tickets"  members Agents, Leads  grants READ_RECORDS, DELETE_RECORDS }
}
test "deleting" { expect only Leads can DELETE_RECORDS in Desk }
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ failed-expectation
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents { description "Works the queue"  members alice }
group Leads { description "Decides"  members bob }
app Desk {
  field Status: choice("Open", "Closed")
  role Clerk { description "Reads tickets"  members Agents, Leads  grants READ_RECORDS }
  role Lead { description "Removes tickets"  members Leads  grants DELETE_RECORDS }
  policy Opened { to Agents, Leads  when Status is "Open" }
}
test "queue" { expect Agents can READ_RECORDS in Desk when Status is "Open" }
test "deleting" { expect only Leads can DELETE_RECORDS in Desk }
\`\`\`

## Exceptions

None: it stands beside the finding of whatever broke it.

## Options

\`semantics\` in \`writ.json\` says by which reading of the platform it is decided: \`adminSeesAllRecords\` and \`autoShareReach\`. The finding can be neither lowered nor suppressed.

## See also

- [unknown-permission](unknown-permission.md), [unknown-principal](unknown-principal.md), [unknown-record](unknown-record.md): names that keep an expectation from being evaluated
- [Access Overview](https://docs.elementum.io/administration/access-overview)
`,
  'identity-override': `# identity-override

Reports \`runs as current user\` on a tool of an agent that has a service account.

- Severity: warning
- Category: Overbroad and escalating
- Fix: yes (takes the tool's \`runs as current user\` out, where the account can do what the tool does)
- Configurable: yes

## Why

The account is there so that it is known beforehand what the agent can do and under which name it does it. A tool that runs as whoever chats goes around both: it works for one person and fails for the next, it can do whatever that person can, and the log names them and not the account. On the platform it is a known surprise: the setting of the tool goes before that of the agent.

## Invalid

\`\`\`writ
user ana "ana@acme.com"
app Desk {
  field Status: choice("Open", "Closed")
  role Helper { description "What the agent needs"  grants READ_RECORDS, UPDATE_RECORDS }
  policy Queue { to Bot  when Status is "Open" }
  service account Bot { purpose "Answers"  roles Helper  usable by ana }
  agent Assistant {
    runs as Bot
    built by ana
    tool searchAspect where Status is "Open"
    tool updateRecord where Status is "Open" runs as current user
//                                                   ^^^^^^^^^^^^ identity-override
  }
}
\`\`\`

## Valid

\`\`\`writ
user ana "ana@acme.com"
app Desk {
  field Status: choice("Open", "Closed")
  role Helper { description "What the agent needs"  grants READ_RECORDS, UPDATE_RECORDS }
  policy Queue { to Bot  when Status is "Open" }
  service account Bot { purpose "Answers"  roles Helper  usable by ana }
  agent Assistant {
    runs as Bot
    built by ana
    tool searchAspect where Status is "Open"
    tool updateRecord where Status is "Open"
  }
  agent Personal {
    runs as current user
    built by ana
    tool updateRecord
  }
}
\`\`\`

## Exceptions

- An agent that itself runs as current user, or as its publisher, has no account to go around.
- An inactive account is [inactive-actor](inactive-actor.md).

## Options

\`"identity-override": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore identity-override: REASON\` on the line before hides it there.

## See also

- [confused-deputy](confused-deputy.md), [publisher-identity](publisher-identity.md)
- [Agent tools](https://docs.elementum.io/ai-agents/agents-tools-and-deployment), [Service Accounts](https://elementum.mintlify.app/administration/service-accounts), [Activity log](https://elementum.mintlify.app/administration/activity-log)
`,
  'inactive-actor': `# inactive-actor

Reports an automation, agent or tool that runs as an inactive service account, or as a publisher who is inactive.

- Severity: error
- Category: Broken policy
- Fix: yes (activates the account or the publisher, or takes another one)
- Configurable: yes

## Why

An inactive account or person is refused everything, whatever roles and policies say, so nothing that runs as one works. On the platform an account is switched off rather than deleted, and what still points at it stays behind; the same happens when the person who published an automation leaves. A service account outlives the people who build with it, which is the reason to use one.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  service account Bot { purpose "Sends reminders"  usable by alice  inactive }
  automation Remind {
    trigger temporal
    runs as Bot
//          ^^^ inactive-actor
    built by alice
    action notification
  }
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com" { inactive }
app Desk {
  automation Remind {
    trigger temporal
    built by alice
//           ^^^^^ inactive-actor
    action notification
  }
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  service account Bot { purpose "Sends reminders"  usable by alice }
  automation Remind {
    trigger temporal
    runs as Bot
    built by alice
    action notification
  }
}
\`\`\`

## Exceptions

A builder who is inactive is not reported here when what they built runs as an active service account.

## Options

\`"inactive-actor": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore inactive-actor: REASON\` on the line before hides it there.

## See also

- [service-account-not-shared](service-account-not-shared.md), [unused-service-account](unused-service-account.md)
- [Service Accounts](https://elementum.mintlify.app/administration/service-accounts), [Users](https://docs.elementum.io/administration/users)
`,
  'individual-member': `# individual-member

Reports users who are named directly in a role or policy where a group would do: because they are just the people of a group, are in a group that stands beside them, or are three and more.

- Severity: hint
- Category: Upkeep
- Fix: yes (names the group, or removes who is in it; for three and more without a group there is none)
- Configurable: yes

## Why

The platform recommends groups for roles and policies: who joins a team is put into its group and has all that it needs, who leaves is taken out of one place. People who are named one by one are forgotten one by one. Next to a group that holds them already, their names look like a second reason and are the ones that stay behind.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
user bob "bob@acme.com"
user carol "carol@acme.com"
group Agents { description "Work the queue"  members alice, bob }
app Desk {
  default policy
  role Agent { description "Works the queue"  members alice, bob  grants READ_RECORDS }
//                                                    ^^^^^ individual-member
  role Lead { description "Clears out"  members Agents, alice  grants DELETE_RECORDS, READ_RECORDS }
//                                                      ^^^^^ individual-member
  role Charts { description "Draws the charts"  members alice, bob, carol  grants edit on Analytics }
//                                                      ^^^^^ individual-member
}
\`\`\`

Alice and Bob are all the agents: in the first role \`Agents\` could stand for them.

## Valid

\`\`\`writ
user alice "alice@acme.com"
user bob "bob@acme.com"
user carol "carol@acme.com"
group Agents { description "Work the queue"  members alice, bob }
app Desk {
  default policy
  role Agent { description "Works the queue"  members Agents, carol  grants READ_RECORDS }
  role Lead { description "Clears out"  members alice  grants DELETE_RECORDS, READ_RECORDS }
}
\`\`\`

## Exceptions

- One or two people who are no whole group are nothing to make a group of.
- A group that fills itself by a domain, and the platform's own groups, are never offered in place of people.
- Administrators are few, and each of them is somebody's decision: a role that grants \`ADMIN\` may name all of them, without a group beside.
- \`usable by\` and questions may name whom they like.

## Options

\`"individual-member": "off"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore individual-member: REASON\` on the line before hides it there.

## See also

- [unused-group](unused-group.md), [vague-name](vague-name.md)
- [Groups](https://docs.elementum.io/administration/groups)
`,
  'invalid-member': `# invalid-member

Reports a principal of a kind that the place does not take: a service account in \`members\`, a group in a group, a user or group in \`roles\`, a group or account in \`built by\`; and a group with both members and a domain.

- Severity: error
- Category: Broken policy
- Fix: yes (names the role in the account's \`roles\`, a group's members in its place, or removes the member)
- Configurable: yes

## Why

The platform's groups hold users only, and a group is either a list of members or everyone of a domain. A service account takes its roles itself, on its own Roles tab, and is never a member of one. What somebody built, one person built: an automation or agent that runs as its publisher runs with the rights of that person, and a group has none to lend. The unsound membership counts for nothing, so the file would promise access that nobody gets.

## Invalid

\`\`\`writ
app Desk {
  role Router { description "Routes tickets"  members Bot  grants READ_RECORDS }
//                                                    ^^^ invalid-member
  policy Queue { to Bot }
  service account Bot { purpose "Routes tickets" }
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
group Staff { description "Everyone at work"  members Agents }
//                                                    ^^^^^^ invalid-member
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
group Builders { description "Builds automations"  members alice }
app Desk {
  automation Notify {
    trigger createRecord
    built by Builders
//           ^^^^^^^^ invalid-member
    action notification
  }
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
group Staff { description "Everyone at work"  members alice }
app Desk {
  role Router { description "Routes tickets"  grants READ_RECORDS }
  policy Queue { to Bot }
  service account Bot { purpose "Routes tickets"  roles Router }
  automation Notify {
    trigger createRecord
    built by alice
    action notification
  }
}
\`\`\`

## Exceptions

Policies take users, groups and service accounts alike. A group inside a group of a directory is flattened, which is [nested-directory-group](nested-directory-group.md).

## Options

\`"invalid-member": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore invalid-member: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [unknown-principal](unknown-principal.md), [unknown-role](unknown-role.md)
- [Groups](https://docs.elementum.io/administration/groups), [Service Accounts](https://elementum.mintlify.app/administration/service-accounts)
`,
  'invalid-value': `# invalid-value

Reports a value of the right kind that can't be: a day that the calendar does not have, an address or domain that is none, a number out of its range, an empty list, or a range whose ends are swapped.

- Severity: error
- Category: Broken policy
- Fix: yes (swaps the ends of a range, writes the date that was probably meant, trims an address or a domain)
- Configurable: yes

## Why

Such a value has no meaning that could be guessed safely: 2031-02-30 may stand for the last day of February or for a slip of the month, and a role would end on another day than its author thinks. A domain with an \`@\` never equals the domain of an address, so nobody would be in the group and no invitation would be allowed. A policy whose condition has such a value opens nothing.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  default policy
  role Auditor {
    description "Reads tickets for the audit"
    members alice
    grants READ_RECORDS
    expires 2031-02-30
//          ^^^^^^^^^^ invalid-value
  }
}
\`\`\`

\`\`\`writ
organization "Acme" {
  domains "@acme.com"
//        ^^^^^^^^^^^ invalid-value
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  field Opened: date
  role Clerk { description "Reads tickets"  members Agents  grants READ_RECORDS }
  policy Recent { to Agents  when Opened in the last 0 days }
//                                                   ^ invalid-value
}
\`\`\`

## Valid

\`\`\`writ
organization "Acme" {
  domains "acme.com"
}
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  field Opened: date
  role Clerk {
    description "Reads tickets"
    members Agents
    grants READ_RECORDS
    expires 2031-02-28
  }
  policy Recent { to Agents  when Opened in the last 7 days }
}
\`\`\`

## Exceptions

- A range whose ends are the same is in order.
- A day that is over is a date like any other: a role that ended is [expired-role](expired-role.md).

## Options

\`"invalid-value": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore invalid-value: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [operator-type](operator-type.md): a value of the wrong type
- [Users](https://docs.elementum.io/administration/users), [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'lost-sight': `# lost-sight

Reports people who can create records in an object and then see none of them: their role grants \`CREATE_RECORDS\`, and no policy of the object shows them anything.

- Severity: info
- Category: Upkeep
- Fix: no
- Configurable: yes

## Why

A record that does not exist yet needs no data access, so creating one works. The moment it is saved, policies decide, and whoever made it can neither correct nor follow it. For a mailbox that only takes things in, that is right. Where people ask later what became of their record, a policy such as \`when Requester is current user\` is missing.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
user dana "dana@partner.example" { external }
app Desk {
  default policy
  role Requester { description "Opens tickets"  members alice, dana  grants READ_RECORDS, CREATE_RECORDS }
//                                                             ^^^^ lost-sight
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
user dana "dana@partner.example" { external }
app Desk {
  field Requester: user
  default policy
  policy "Own tickets" { to dana  when Requester is current user }
  role Requester { description "Opens tickets"  members alice, dana  grants READ_RECORDS, CREATE_RECORDS }
}
\`\`\`

## Exceptions

- Whoever sees some records is not reported, though a record can be created that is not among them: what people put into it is theirs.
- Whoever holds no permission that reads there is what [write-without-read](write-without-read.md) is about.
- Where nobody who holds the role sees a record, and it is about more than creating, [role-without-data-access](role-without-data-access.md) says so.
- Roles of the organization count in every object and are looked at by [overbroad-org-grant](overbroad-org-grant.md); the holders of an object's managed roles build, and need no records.
- An object with \`auto-share records\` shows a record to whoever is assigned to it or watches it.
- Service accounts may well make what they never look at.

## Options

- \`"lost-sight": "off"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore lost-sight: REASON\` on the line before hides it there.
- With \`"adminSeesAllRecords": false\` under \`semantics\` in \`writ.json\` a holder of \`ADMIN\` needs a policy like anybody else.

## See also

- [role-without-data-access](role-without-data-access.md), [write-without-read](write-without-read.md)
- [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'managed-role-fixed': `# managed-role-fixed

Reports grants, auto-share or an expiry on a managed role, a managed role that the platform does not have, and a custom role with the name of a managed one.

- Severity: error
- Category: Broken policy
- Fix: yes (removes the property, turns the role into a custom one, or renames it)
- Configurable: yes

## Why

The platform fixes the permissions of its managed roles; only who is in them can change. Grants written on one would look like access that nobody has. The organization has eight managed roles and every app, element and task has three; a name that is none of them holds nothing on the platform. A custom role that is called like a managed one makes two roles look like one to everybody who reads a list of roles.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
group Staff { description "Everyone at work"  members alice }
managed role "Internal User" { members Staff  grants DELETE_RECORDS }
//                                            ^^^^^^ managed-role-fixed
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
managed role Administrator { members alice }
//           ^^^^^^^^^^^^^ managed-role-fixed
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  default policy
  role "Content Viewer" { description "Reads tickets"  members alice  grants READ_RECORDS }
//     ^^^^^^^^^^^^^^^^ managed-role-fixed
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
group Staff { description "Everyone at work"  members alice }
managed role Admin { members alice }
app Desk {
  default policy
  managed role "Content Viewer" { members Staff }
  role Remover { description "Removes tickets"  members Staff  grants READ_RECORDS, DELETE_RECORDS }
}
\`\`\`

## Exceptions

The organization's \`App Admin\` and an object's \`App Admin\` are two managed roles, and both may be written. An object's \`Admin\`, \`Edit\` and \`View\` are other names of \`App Admin\`, \`Content Editor\` and \`Content Viewer\`; they are not accepted, and the fix offers the full name.

## Options

\`"managed-role-fixed": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore managed-role-fixed: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [unknown-role](unknown-role.md), [wrong-scope](wrong-scope.md)
- [admin-outside-managed-role](admin-outside-managed-role.md)
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'missing-data-access': `# missing-data-access

Reports an action or tool that reaches records of an object which no policy of its actor covers, with an example of such a record.

- Severity: error
- Category: Broken policy
- Fix: yes (names the actor in the policy that opens least besides, or writes one with the action's condition)
- Configurable: yes

## Why

A service account starts without any data access: a role says what it may do, and a data access policy must name it in every object whose records it touches. The default policy does not help, because Internal Users are people. On the platform the editor warns when the chosen account lacks data access, and what runs anyway answers "no records found". That is harder to notice than a permission error: the automation seems to work and does less than it should.

## Invalid

The action reaches new tickets, and the account sees open ones.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open", "Closed")
  role Router { description "Routes tickets"  grants READ_RECORDS, UPDATE_RECORDS }
  policy Queue { to Bot  when Status is "Open" }
  service account Bot { purpose "Routes new tickets"  roles Router  usable by alice }
  automation Route {
    trigger createRecord
    runs as Bot
    built by alice
    action updateField where Status is "New"
//         ^^^^^^^^^^^ missing-data-access
  }
}
\`\`\`

Without \`where\` the action reaches every record, and a ticket whose status is empty is in no policy.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open", "Closed")
  role Reader { description "Reads tickets"  grants READ_RECORDS }
  policy Queue { to Bot  when Status is one of ("New", "Open", "Closed") }
  service account Bot { purpose "Counts tickets"  roles Reader  usable by alice }
  automation Count {
    trigger temporal
    runs as Bot
    built by alice
    action recordSearch
//         ^^^^^^^^^^^^ missing-data-access
  }
}
\`\`\`

The account has a role in the other object, but no policy there.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  service account Bot { purpose "Reports on approvals"  roles Approvals.Reader  usable by alice }
  automation Report {
    trigger temporal
    runs as Bot
    built by alice
    action recordSearch in Approvals
//         ^^^^^^^^^^^^ missing-data-access
  }
}
task Approvals {
  field Amount: number
  role Reader { description "Reads approvals"  grants READ_RECORDS }
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open", "Closed")
  role Router { description "Routes tickets"  grants READ_RECORDS, UPDATE_RECORDS }
  policy Queue { to Bot  when Status is "New" }
  service account Bot { purpose "Routes new tickets"  roles Router, Approvals.Reader  usable by alice }
  automation Route {
    trigger createRecord
    runs as Bot
    built by alice
    action updateField where Status is "New"
    action recordSearch in Approvals
  }
}
task Approvals {
  field Amount: number
  role Reader { description "Reads approvals"  grants READ_RECORDS }
  policy Report { to Desk.Bot }
}
\`\`\`

## Exceptions

- Actions that create a record or touch none need no data access.
- A holder of \`ADMIN\` sees every record.
- What runs as \`current user\` can't be checked beforehand.
- An actor that is unknown, broken or inactive is reported by its own rule, and not here.

## Options

- \`"missing-data-access": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore missing-data-access: REASON\` on the line before hides it there.
- With \`"adminSeesAllRecords": false\` under \`semantics\` in \`writ.json\` a holder of \`ADMIN\` needs a policy like anybody else.

## See also

- [missing-permission](missing-permission.md): what the actor may do
- [Data Access](https://elementum.mintlify.app/administration/data-access), [Service Accounts](https://elementum.mintlify.app/administration/service-accounts)
`,
  'missing-description': `# missing-description

Reports a custom role that does not say what it is for.

- Severity: info
- Category: Upkeep
- Fix: yes (adds an empty \`description\` to be written)
- Configurable: yes

## Why

A role's grants say what it can do, and nothing but its description says what it is meant for. Whoever is asked to add a member, or to confirm the role in a review, decides by that sentence. The platform's form for a custom role has the same field, so what is written here can be kept there as well.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  default policy
  role Clerk { members alice  grants READ_RECORDS }
//     ^^^^^ missing-description
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  default policy
  role Clerk { description "Reads tickets and answers questions about them"  members alice  grants READ_RECORDS }
}
\`\`\`

## Exceptions

Managed roles are described by the platform and take no description.

## Options

\`"missing-description": "off"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore missing-description: REASON\` on the line before hides it there.

## See also

- [missing-purpose](missing-purpose.md): the same for service accounts
- [vague-name](vague-name.md)
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'missing-permission': `# missing-permission

Reports an action or tool whose actor lacks permissions that it needs at its target object: one finding for each action, with everything that is missing.

- Severity: error
- Category: Broken policy
- Fix: yes (grants what is missing in a role of the actor, gives the actor a role that grants it, or creates one; what grants least besides comes first)
- Configurable: yes

## Why

An automation or agent acts with exactly the rights of its service account, or of its publisher where it has none; the rights of whoever triggers it are not added. On the platform the editor warns when the chosen account lacks a permission, and what runs anyway stops with a permission error. A role of one object counts in that object only, so an account that works in a second object needs a role there too, or one of the organization.

## Invalid

The account may read tickets, and the action changes one.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open", "Closed")
  role Reader { description "Reads tickets"  grants READ_RECORDS }
  policy Queue { to Bot }
  service account Bot { purpose "Routes new tickets"  roles Reader  usable by alice }
  automation Route {
    trigger createRecord
    runs as Bot
    built by alice
    action updateField where Status is "New"
//         ^^^^^^^^^^^ missing-permission
  }
}
\`\`\`

The account's role is one of Desk, and the action works in Approvals.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  role Requester { description "Opens tickets"  grants CREATE_RECORDS }
  service account Bot { purpose "Asks for approval"  roles Requester  usable by alice }
  automation Ask {
    trigger onDemand
    runs as Bot
    built by alice
    action createRecord in Approvals
//         ^^^^^^^^^^^^ missing-permission
  }
}
task Approvals { field Amount: number }
\`\`\`

Without \`runs as\` the publisher acts.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  agent Helper {
    built by alice
    tool executeWorkflow
//       ^^^^^^^^^^^^^^^ missing-permission
  }
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open", "Closed")
  role Router { description "Routes tickets"  members alice  grants READ_RECORDS, UPDATE_RECORDS, READ_WORKFLOWS }
  policy Queue { to Bot, alice }
  service account Bot { purpose "Routes new tickets"  roles Router, Approvals.Requester  usable by alice }
  automation Route {
    trigger createRecord
    runs as Bot
    built by alice
    action updateField where Status is "New"
    action createRecord in Approvals
  }
  agent Helper {
    built by alice
    tool executeWorkflow
  }
}
task Approvals {
  field Amount: number
  role Requester { description "Asks for approval"  grants CREATE_RECORDS }
}
\`\`\`

## Exceptions

- What runs as \`current user\` can't be checked beforehand: it has the rights of whoever triggers it.
- An actor that is unknown, broken or inactive is reported by its own rule, and not here. Neither is what a broken role of the same object, or of the organization, might have granted its members.
- What only the organization can grant (\`READ_GROUPS\` for \`userGroupSearch\`) is met by a role of the organization only.

## Options

\`"missing-permission": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore missing-permission: REASON\` on the line before hides it there.

## See also

- [missing-data-access](missing-data-access.md): the records that the action reaches
- [Service Accounts](https://elementum.mintlify.app/administration/service-accounts), [Automation Actions Reference](https://docs.elementum.io/workflows/automation-actions-reference)
`,
  'missing-property': `# missing-property

Reports a policy without \`to\`, an automation without \`trigger\` or \`built by\`, and an agent without \`built by\`.

- Severity: error
- Category: Broken policy
- Fix: yes (adds \`to\` for somebody who may read and has no policy, \`built by\` for somebody who builds there already, \`trigger onDemand\`)
- Configurable: yes

## Why

Without these properties the declaration says nothing that could be set up on the platform. A data access policy without people opens nothing to anyone. An automation that nothing triggers never runs. Whoever built an automation or agent is its publisher: without a service account it runs with their rights, and with one they are who must be allowed to use the account, so nothing about it can be checked while the name is missing.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("Open", "Closed")
  role Clerk { description "Reads tickets"  members alice  grants READ_RECORDS }
  default policy
  policy Opened { when Status is "Open" }
//       ^^^^^^ missing-property
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  automation Notify {
//           ^^^^^^ missing-property
    built by alice
    action notification
  }
}
\`\`\`

\`\`\`writ
app Desk {
  agent Helper { tool mcp }
//      ^^^^^^ missing-property
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  field Status: choice("Open", "Closed")
  role Clerk { description "Reads tickets"  members Agents  grants READ_RECORDS }
  policy Opened { to Agents  when Status is "Open" }
  automation Notify {
    trigger createRecord
    built by alice
    action notification
  }
  agent Helper {
    built by alice
    tool mcp
  }
}
\`\`\`

## Exceptions

A service account needs nothing but its name, and a role may have neither members nor grants.

## Options

\`"missing-property": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore missing-property: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [syntax](syntax.md): a property that cannot be read
- [unused-role](unused-role.md): a role without members
- [Data Access](https://elementum.mintlify.app/administration/data-access)
- [Automation Triggers Reference](https://docs.elementum.io/workflows/automation-triggers-reference)
`,
  'missing-purpose': `# missing-purpose

Reports a service account that does not say what it is for.

- Severity: info
- Category: Upkeep
- Fix: yes (adds an empty \`purpose\` to be written)
- Configurable: yes

## Why

A person can be asked what they need their access for, an account cannot. Accounts outlive the automations that they were made for and the people who made them, and what nobody can explain nobody dares to switch off. The sentence under \`purpose\` is what a reviewer holds the account's roles and policies against.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  service account Bot { usable by alice }
//                ^^^ missing-purpose
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  service account Bot { purpose "Turns e-mail into tickets"  usable by alice }
}
\`\`\`

## Exceptions

An account with an error in its declaration is not reported: it is not known what it says.

## Options

\`"missing-purpose": "off"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore missing-purpose: REASON\` on the line before hides it there.

## See also

- [missing-description](missing-description.md): the same for roles
- [Service Accounts](https://elementum.mintlify.app/administration/service-accounts)
`,
  'nested-directory-group': `# nested-directory-group

Reports a group inside another group of a directory. Its members count as members of the outer one.

- Severity: info
- Category: Upkeep
- Fix: no
- Configurable: yes

## Why

Groups of the platform hold users only, so what a directory nests counts as flat: whoever is put into the inner group has all that the outer one is given. A reviewer who looks at the outer group in the directory sees one entry and not the people behind it.

## Invalid

\`\`\`writ
directory "people.scim.json"
//        ^^^^^^^^^^^^^^^^^^ nested-directory-group
--- file: people.scim.json
{ "Resources": [
  { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "1", "userName": "alice@acme.com" },
  { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "id": "2", "displayName": "Night Shift", "members": [{ "value": "1" }] },
  { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "id": "3", "displayName": "Agents", "members": [{ "value": "2" }] }
] }
\`\`\`

## Valid

\`\`\`writ
directory "people.scim.json"
--- file: people.scim.json
{ "Resources": [
  { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "1", "userName": "alice@acme.com" },
  { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "id": "2", "displayName": "Night Shift", "members": [{ "value": "1" }] },
  { "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "id": "3", "displayName": "Agents", "members": [{ "value": "1" }] }
] }
\`\`\`

## Exceptions

- Of a directory with many nested groups the first five are named and the others counted.
- A group that is declared cannot hold a group at all: that is [invalid-member](invalid-member.md).

## Options

\`"nested-directory-group": "off"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore nested-directory-group: REASON\` on the line before hides it there.

## See also

- [directory-unreadable](directory-unreadable.md), [invalid-member](invalid-member.md)
- [Groups](https://docs.elementum.io/administration/groups)
`,
  'never-true': `# never-true

Reports a condition, or a part of one, that no record meets: in a policy, in the \`where\` of an action or tool, or in the \`when\` of a question.

- Severity: warning
- Category: Without effect
- Fix: yes (removes the part with all that it decides; the policy, where nothing is left of it)
- Configurable: yes

## Why

A policy whose condition nothing meets shows nobody anything, an action whose \`where\` nothing meets does nothing, and an expectation about no record at all holds whatever the policies say. Each of them looks as if it did something. Mostly \`and\` stands where \`or\` was meant, or a number or option was changed at one place and not at the other. The part that is reported is the narrowest that is wrong by itself, so the rest of the condition need not be read.

## Invalid

Nothing weighs less than 100 and more than 1000.

\`\`\`writ
group Carriers { description "Drive for us"  domain "truckers.example" }
app Freight {
  field Weight: number
  field Status: choice("Booked", "In transit")
  policy "Odd sizes" { to Carriers  when Status is "In transit" and Weight < 100 and Weight > 1000 }
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-true
}
\`\`\`

A comparison with nothing on either side is false, so nothing equals the empty text: \`is empty\` finds the records without one.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Note: text
  policy "Without a note" { to alice  when Note is "" }
//                                         ^^^^^^^^^^ never-true
}
\`\`\`

Groups hold people, so a service account is in none.

\`\`\`writ
app Desk {
  field Team: group
  service account Bot { purpose "Counts tickets" }
  policy Queue { to Bot  when Team contains current user }
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ never-true
}
\`\`\`

An expectation that speaks of no record proves nothing.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Priority: number
  policy Urgent { to alice  when Priority > 5 }
}
expect alice cannot READ_RECORDS in Desk when Priority < 3 and Priority > 5
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-true
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
group Carriers { description "Drive for us"  domain "truckers.example" }
app Freight {
  field Weight: number
  field Note: text
  field Owner: user
  policy "Odd sizes" { to Carriers  when Weight < 100 or Weight > 1000 }
  policy "Without a note" { to alice  when Note is empty and Owner is current user }
}
\`\`\`

## Exceptions

- In \`A and (not A or B)\` each part is met by some record, and so is the whole: nothing is reported, though \`not A\` is of no use there.
- What depends on \`current user\` is reported only if it is true of nobody whom the condition is for. A group is more than today's members there: whoever joins brings attributes and groups of their own.
- A condition that is too large to be decided is not reported.

## Options

\`"never-true": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore never-true: REASON\` on the line before hides it there.

## See also

- [always-true](always-true.md): the opposite
- [unknown-option](unknown-option.md), [invalid-value](invalid-value.md): values that cannot be
- [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'no-emergency-admin': `# no-emergency-admin

Reports an organization that declares people, of whom fewer than two active ones hold \`ADMIN\`.

- Severity: warning
- Category: Overbroad and escalating
- Fix: no
- Configurable: yes

## Why

When the only administrator is on leave, locked out or has left, nobody in the organization can deactivate an account, put back a policy or let somebody in. Nobody can undo what the only administrator does, either. Two people, both active, are the least.

## Invalid

\`\`\`writ
organization Acme { domains "acme.com" }
user ana "ana@acme.com"
user ben "ben@acme.com"
managed role "Admin" { members ana }
//           ^^^^^^^ no-emergency-admin
\`\`\`

The second one has left.

\`\`\`writ
organization Acme { domains "acme.com" }
user ana "ana@acme.com"
user ben "ben@acme.com"
user cleo "cleo@acme.com" { inactive }
group Owners { description "Run the platform"  members ana, cleo }
managed role "Admin" { members Owners }
//           ^^^^^^^ no-emergency-admin
\`\`\`

Nobody at all.

\`\`\`writ
organization Acme { domains "acme.com" }
//           ^^^^ no-emergency-admin
user ana "ana@acme.com"
user ben "ben@acme.com"
\`\`\`

## Valid

\`\`\`writ
organization Acme { domains "acme.com" }
user ana "ana@acme.com"
user ben "ben@acme.com"
managed role "Admin" { members ana, ben }
\`\`\`

## Exceptions

- A project without an \`organization\` describes a part of one: its administrators may be declared elsewhere.
- A project in which fewer than two active people are known is not measured.
- Service accounts do not count: nobody can sign in as one.
- While a declaration of the organization has an error, nobody is missed: it might name them.

## Options

\`"no-emergency-admin": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore no-emergency-admin: REASON\` on the line before hides it there.

## See also

- [admin-sprawl](admin-sprawl.md): the opposite
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions), [Users](https://docs.elementum.io/administration/users)
`,
  'open-invites': `# open-invites

Reports \`invites any-domain\`, while somebody who is no administrator can invite, and who that is.

- Severity: warning
- Category: Overbroad and escalating
- Fix: yes (narrows \`any-domain\` to \`allowed-domains\`, where the organization has domains)
- Configurable: yes

## Why

Whoever holds \`CREATE_ORGANIZATION_USERS\` can then invite any address at all: a private one, a competitor's, one with a typing error in the domain. The person is in the organization, in whatever groups take them in and in sight of what those see. Administrators may invite any address under every policy, so nothing is lost by a narrower one.

## Invalid

\`\`\`writ
organization Acme {
  domains "acme.com"
  invites any-domain
//        ^^^^^^^^^^ open-invites
}
user ana "ana@acme.com"
role Onboarding { description "Invites colleagues"  members ana  grants CREATE_ORGANIZATION_USERS }
\`\`\`

## Valid

\`\`\`writ
organization Acme {
  domains "acme.com"
  invites allowed-domains
}
user ana "ana@acme.com"
role Onboarding { description "Invites colleagues"  members ana  grants CREATE_ORGANIZATION_USERS }
\`\`\`

Only administrators invite.

\`\`\`writ
organization Acme {
  domains "acme.com"
  invites any-domain
}
user ana "ana@acme.com"
user ben "ben@acme.com"
managed role "Admin" { members ana, ben }
role Onboarding { description "Invites colleagues"  members ana  grants CREATE_ORGANIZATION_USERS }
\`\`\`

## Exceptions

- Inactive people, and roles that are over.

## Options

\`"open-invites": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore open-invites: REASON\` on the line before hides it there.

## See also

- [dead-invite-grant](dead-invite-grant.md): the same grant under \`admins-only\`
- [Users](https://docs.elementum.io/administration/users), [Access Overview](https://docs.elementum.io/administration/access-overview)
`,
  'operator-type': `# operator-type

Reports an operator that the field's type does not take, on the operator, and a value that it does not take, on the value.

- Severity: error
- Category: Broken policy
- Fix: yes (offers the operators that the field takes for that value, or the value in the type of the field)
- Configurable: yes

## Why

The platform's policy editor offers only the operators of the field's type, so such a condition can't be entered there, and there is no agreed meaning that a check could use. A policy with one opens nothing. Typical cases are a choice that is compared like text, a number in quotes, and a date field with a time of day.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  field Status: choice("Open", "Closed")
  role Clerk { description "Reads tickets"  members Agents  grants READ_RECORDS }
  policy Opened { to Agents  when Status contains "Open" }
//                                       ^^^^^^^^ operator-type
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  field Priority: number
  role Clerk { description "Reads tickets"  members Agents  grants READ_RECORDS }
  policy Urgent { to Agents  when Priority >= "3" }
//                                            ^^^ operator-type
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  field Due: date
  role Clerk { description "Reads tickets"  members Agents  grants READ_RECORDS }
  policy Old { to Agents  when Due before 2026-11-21T09:30Z }
//                                        ^^^^^^^^^^^^^^^^^ operator-type
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  field Status: choice("Open", "Closed")
  field Priority: number
  field Due: date
  role Clerk { description "Reads tickets"  members Agents  grants READ_RECORDS }
  policy Opened { to Agents  when Status is "Open" }
  policy Urgent { to Agents  when Priority >= 3 }
  policy Old { to Agents  when Due before 2026-11-21 }
}
\`\`\`

## Exceptions

- A date may stand against a \`datetime\` field; it means that day in UTC.
- \`is empty\` and \`is not empty\` fit every type. An \`attachment\` field takes nothing else.

## Options

\`"operator-type": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore operator-type: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [unknown-field](unknown-field.md), [unknown-option](unknown-option.md): a field or option that is not there
- [invalid-value](invalid-value.md): a value of the right type that does not exist
- [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'org-role-used-once': `# org-role-used-once

Reports a custom role of the organization of which only one object makes any use.

- Severity: warning
- Category: Overbroad and escalating
- Fix: yes (moves the role into the object where it is used)
- Configurable: yes

## Why

A role of the organization counts in every object, those of next year included, and everybody who reads it has to think of all of them. One that is there for a single object says so best by standing in it: whoever administers that object then sees it, and what is granted stops there.

## Invalid

\`\`\`writ
user ana "ana@acme.com"
group Agents { description "Work the queue"  members ana }
role Charts { description "Looks at the charts"  members Agents  grants view on Analytics }
//   ^^^^^^ org-role-used-once
app Desk {
  field Subject: text
  policy Tickets { to Agents }
}
app Payroll { field Salary: number }
\`\`\`

## Valid

\`\`\`writ
user ana "ana@acme.com"
group Agents { description "Work the queue"  members ana }
app Desk {
  field Subject: text
  role Charts { description "Looks at the charts"  members Agents  grants view on Analytics }
  policy Tickets { to Agents }
}
app Payroll { field Salary: number }
\`\`\`

## Exceptions

- An object makes use of a role where a policy or share includes a holder, an automation or agent acts there as a holder, or an expectation names a holder and that place.
- Grants on records, deletes and administration weigh more: their reach is [overbroad-org-grant](overbroad-org-grant.md).
- What only the organization can grant stays there, and so does what is of use in a table: it has no roles.
- Roles that are over or that nobody holds, and roles with an error.

## Options

\`"org-role-used-once": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore org-role-used-once: REASON\` on the line before hides it there.

## See also

- [overbroad-org-grant](overbroad-org-grant.md), [unused-role](unused-role.md)
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions), [Access Overview](https://docs.elementum.io/administration/access-overview)
`,
  'overbroad-org-grant': `# overbroad-org-grant

Reports an organization role whose record, delete, bulk or administration grants reach more objects than its holders have data access or a declared need in, with the reach: how many objects, people and service accounts.

- Severity: warning
- Category: Overbroad and escalating
- Fix: yes (moves the role into the objects where it is used)
- Configurable: yes

## Why

A grant of the organization cascades to every object, including those that are created next year. Today missing data access keeps the holders out of the others, but one new policy there, one shared record or one default policy is enough for them to change or delete what nobody meant to give them. The same role inside the objects where it is used gives the same access and stops there.

## Invalid

Agents work in Desk and Returns, and their role reaches Payroll too.

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queues"  members alice }
role Clerk { description "Handles tickets and returns"  members Agents  grants READ_RECORDS, UPDATE_RECORDS }
//   ^^^^^ overbroad-org-grant
app Desk {
  field Subject: text
  policy Tickets { to Agents }
}
app Returns {
  field Reason: text
  policy Parcels { to Agents }
}
app Payroll { field Salary: number }
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queues"  members alice }
app Desk {
  field Subject: text
  role Clerk { description "Handles tickets"  members Agents  grants READ_RECORDS, UPDATE_RECORDS }
  policy Tickets { to Agents }
}
app Returns {
  field Reason: text
  role Clerk { description "Handles returns"  members Agents  grants READ_RECORDS, UPDATE_RECORDS }
  policy Parcels { to Agents }
}
app Payroll { field Salary: number }
\`\`\`

## Exceptions

- An object counts as needed where a policy or share includes a holder, an automation or agent acts there as a holder, or an expectation names a holder and that place. Where that is, is listed with the finding.
- A role whose holders need every object, and one that is of use in a table: a table has no roles of its own. What everybody sees of a table is no such use.
- Roles that are over or that nobody holds, roles with an error, and objects with an error that may hide a need.
- A role without grants on records, deletes or administration is [org-role-used-once](org-role-used-once.md) at most.

## Options

\`"overbroad-org-grant": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore overbroad-org-grant: REASON\` on the line before hides it there.

## See also

- [org-role-used-once](org-role-used-once.md), [role-without-data-access](role-without-data-access.md)
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions), [Access Overview](https://docs.elementum.io/administration/access-overview)
`,
  'publisher-identity': `# publisher-identity

Reports an automation or agent that runs as its publisher and lends their access to others who can start it or chat with it. It says to whom, what they gain, and gives a record as an example.

- Severity: warning
- Category: Overbroad and escalating
- Fix: no
- Configurable: yes

## Why

Run as publisher means: the same access whoever asks. Everybody who reaches the agent works with one person's permissions and sees that person's records, and the log names the publisher for what they did. It changes with the publisher's own roles, and ends when they leave. A service account with what the task needs, or \`runs as current user\`, has none of that.

## Invalid

\`\`\`writ
user ana "ana@acme.com"
user ben "ben@acme.com"
app Desk {
  field Status: choice("Open", "Closed")
  policy All { to ana }
  policy Open { to ben  when Status is "Open" }
  role Clerk { description "Answers"  members ana, ben  grants READ_RECORDS, READ_AGENTS }
  agent Helper {
    runs as publisher
//          ^^^^^^^^^ publisher-identity
    built by ana
    tool searchAspect
  }
}
\`\`\`

Without \`runs as\` it acts as its publisher, too: here for whoever sends an e-mail.

\`\`\`writ
user ana "ana@acme.com"
app Desk {
  field Subject: text
  role Clerk { description "Opens tickets"  members ana  grants CREATE_RECORDS }
  automation Inbox {
//           ^^^^^ publisher-identity
    trigger emailIngestion
    built by ana
    action createRecord
  }
}
\`\`\`

## Valid

\`\`\`writ
user ana "ana@acme.com"
user ben "ben@acme.com"
app Desk {
  field Status: choice("Open", "Closed")
  policy Open { to ana, ben  when Status is "Open" }
  role Clerk { description "Answers"  members ana, ben  grants READ_RECORDS, UPDATE_RECORDS, READ_AGENTS }
  agent Helper {
    runs as publisher
    built by ana
    tool searchAspect where Status is "Open"
  }
  agent Own {
    runs as current user
    built by ana
    tool searchAspect
  }
  automation Tidy {
    trigger updateRecord
    built by ana
    action updateField where Status is "Open"
  }
}
\`\`\`

## Exceptions

- Where nobody who reaches it has less access than the publisher, nothing is lent.
- Automations that a change of a record, an answer or the clock sets off: nobody asks for the run.
- Who can chat is read off \`READ_AGENTS\`, and who can start an automation by hand off \`READ_WORKFLOWS\`. Administrators are left out.
- An inactive publisher is [inactive-actor](inactive-actor.md).

## Options

\`"publisher-identity": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore publisher-identity: REASON\` on the line before hides it there.

## See also

- [confused-deputy](confused-deputy.md), [identity-override](identity-override.md)
- [Agents](https://elementum.mintlify.app/ai-agents/agents-experience), [Service Accounts](https://elementum.mintlify.app/administration/service-accounts), [Automation triggers](https://docs.elementum.io/workflows/automation-triggers-reference)
`,
  'redundant-grant': `# redundant-grant

Reports a grant that another grant of the role includes, or that everybody who holds the role has already by another role in force.

- Severity: warning
- Category: Without effect
- Fix: yes (removes the grant)
- Configurable: yes

## Why

Permissions add up, so a grant that is there twice gives nothing. It costs when access is taken away: whoever removes one of the two sees the permission gone from the role and believes that the people have lost it. A level that is spelled out beside its name also hides which of the two was meant.

## Invalid

\`edit on Records\` includes \`view on Records\` and \`CREATE_RECORDS\`.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  default policy
  role Clerk {
    description "Handles tickets"
    members alice
    grants edit on Records, view on Records, CREATE_RECORDS
//                          ^^^^^^^^^^^^^^^ redundant-grant
//                                           ^^^^^^^^^^^^^^ redundant-grant
  }
}
\`\`\`

All leads are agents, and agents can read.

\`\`\`writ
group Agents { description "Work the queue"  members alice, bob }
user alice "alice@acme.com"
user bob "bob@acme.com"
app Desk {
  default policy
  role Agent { description "Works the queue"  members Agents  grants READ_RECORDS, UPDATE_RECORDS }
  role Lead { description "Clears out"  members alice  grants READ_RECORDS, DELETE_RECORDS }
//                                                            ^^^^^^^^^^^^ redundant-grant
}
\`\`\`

A role of the organization counts in every object.

\`\`\`writ
group Agents { description "Work the queue"  members alice }
user alice "alice@acme.com"
managed role "Internal User" { members Agents }
app Desk {
  default policy
  role Agent { description "Works the queue"  members Agents  grants UPDATE_RECORDS, DELETE_RECORDS }
//                                                                   ^^^^^^^^^^^^^^ redundant-grant
}
\`\`\`

## Valid

Of those who help out only bob is a clerk, and a role that ends does not replace one that stays.

\`\`\`writ
user alice "alice@acme.com"
user bob "bob@acme.com"
app Desk {
  default policy
  role Clerk { description "Handles tickets"  members bob  grants READ_RECORDS, edit on Conversations }
  role Summer { description "Helps out"  members alice, bob  grants READ_RECORDS, UPDATE_RECORDS  expires 2027-09-30 }
}
\`\`\`

## Exceptions

- A group has a permission by another role only if the group itself is a member of it. What its members have besides is theirs: whoever joins tomorrow has the permission by this role alone.
- That somebody holds \`ADMIN\` makes none of their other roles redundant.
- Service accounts that name the role are holders too.
- Whom auto-share gives a role is not known, so such a role is only looked at for grants that include each other.
- What everybody has by \`Internal Users\`, \`External Users\` or a group by domain is a floor. A role of a few that grants it again is whole in itself, and stays so when the floor is taken away.
- Of two roles that grant the same to the same people, the later one is reported; where nothing of it is left, once, on its name.

## Options

\`"redundant-grant": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore redundant-grant: REASON\` on the line before hides it there.

## See also

- [excess-permission](excess-permission.md): what nothing needs
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'role-without-data-access': `# role-without-data-access

Reports a role of an app, element or task that grants what can only be done with records, while nobody who holds it can see any record there.

- Severity: warning
- Category: Without effect
- Fix: no
- Configurable: yes

## Why

It takes both: a role says what somebody may do, and a data access policy in whose records. Without a policy that names them the holders of the role open an empty list, and nothing tells them why. The opposite danger is a later one: the first policy that does include them, written for another reason, switches on everything that the role grants.

## Invalid

\`\`\`writ
group Agents { description "Work the queue"  members alice }
user alice "alice@acme.com"
user bob "bob@acme.com"
app Desk {
  field Owner: user
  role Agent { description "Works the queue"  members Agents  grants READ_RECORDS, UPDATE_RECORDS }
//     ^^^^^ role-without-data-access
  policy Tickets { to bob  when Owner is current user }
}
\`\`\`

## Valid

\`\`\`writ
group Agents { description "Work the queue"  members alice }
user alice "alice@acme.com"
user bob "bob@acme.com"
managed role Admin { members bob }
app Desk {
  field Owner: user
  role Agent { description "Works the queue"  members Agents  grants READ_RECORDS, UPDATE_RECORDS }
  role Opener { description "Opens tickets"  members bob  grants CREATE_RECORDS }
  role Owner { description "Decides"  members bob  grants DELETE_RECORDS }
  policy Tickets { to Agents  when Owner is current user }
}
\`\`\`

## Exceptions

- \`CREATE_RECORDS\` needs no data access.
- A holder of \`ADMIN\` sees every record.
- Where the object has \`auto-share records\`, and for a role with \`auto-share\`, records may come into sight one by one.
- A managed role's permissions are fixed. Somebody who builds an app and sees none of its records is nothing unusual.
- An account that nothing runs as and no policy names is idle altogether, which is another finding than this.
- What an action or tool does not see is reported there, by [missing-data-access](missing-data-access.md).

## Options

- \`"role-without-data-access": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore role-without-data-access: REASON\` on the line before hides it there.
- With \`"adminSeesAllRecords": false\` under \`semantics\` in \`writ.json\` a holder of \`ADMIN\` needs a policy like anybody else.

## See also

- [data-access-without-permission](data-access-without-permission.md): the other half is missing
- [Access Overview](https://docs.elementum.io/administration/access-overview), [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'self-propagating-share': `# self-propagating-share

Reports \`auto-share on share\` in a role that grants \`CREATE_RECORD_SHARING\`, and from how many people it can start.

- Severity: warning
- Category: Overbroad and escalating
- Fix: no
- Configurable: yes

## Why

Whoever has a record shared with them holds the role for that record, and the role lets them share it. So may everybody whom they share it with, and so on: who sees the record is no longer anybody's decision, and taking back the first share takes back none of the others.

## Invalid

\`\`\`writ
user ana "ana@acme.com"
app Desk {
  field Subject: text
  default policy
  role Clerk { description "Answers tickets"  members ana  grants READ_RECORDS, CREATE_RECORD_SHARING }
  role Guest {
    description "Helps in one ticket"
    grants READ_RECORDS, CREATE_RECORD_SHARING
    auto-share on share
//                ^^^^^ self-propagating-share
  }
}
\`\`\`

## Valid

\`\`\`writ
user ana "ana@acme.com"
app Desk {
  field Subject: text
  default policy
  role Clerk { description "Answers tickets"  members ana  grants READ_RECORDS, CREATE_RECORD_SHARING }
  role Guest { description "Helps in one ticket"  grants READ_RECORDS, READ_MESSAGES  auto-share on share }
}
\`\`\`

## Exceptions

- A level that includes sharing, \`edit on Records\`, counts.
- Roles that are over, and roles with an error.

## Options

\`"self-propagating-share": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore self-propagating-share: REASON\` on the line before hides it there.

## See also

- [auto-share-escalation](auto-share-escalation.md)
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions), [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'service-account-elsewhere': `# service-account-elsewhere

Reports \`runs as\` with a service account that belongs to another object than the automation or agent.

- Severity: error
- Category: Broken policy
- Fix: yes (takes an account of the object, or the publisher)
- Configurable: yes

## Why

A service account is created inside one app and can be picked only there: on the platform an account of another app does not appear in the list, and "created in another app" is one of the documented reasons. An account may well act in other objects, through roles and policies there, but what it runs must stand in its own app. The way out is an account of this app, or to move the automation to the app that owns the account.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  automation Remind {
    trigger temporal
    runs as Orders.Bot
//          ^^^^^^^^^^ service-account-elsewhere
    built by alice
    action notification
  }
}
app Orders {
  service account Bot { purpose "Sends reminders"  usable by alice }
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  service account Bot { purpose "Sends reminders"  usable by alice }
  automation Remind {
    trigger temporal
    runs as Bot
    built by alice
    action notification
  }
}
\`\`\`

## Exceptions

An action with \`in\` another object is no such use: the account still runs in its own object and works in the other one with the roles and policies that it has there.

## Options

\`"service-account-elsewhere": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore service-account-elsewhere: REASON\` on the line before hides it there.

## See also

- [service-account-not-shared](service-account-not-shared.md)
- [missing-data-access](missing-data-access.md): an account that works in another object
- [Service Accounts](https://elementum.mintlify.app/administration/service-accounts)
`,
  'service-account-not-shared': `# service-account-not-shared

Reports the builder of an automation or agent who is not in \`usable by\` of the service account that it runs as, neither by name nor through a group.

- Severity: error
- Category: Broken policy
- Fix: yes (adds the builder to \`usable by\`, or to a group that is there)
- Configurable: yes

## Why

An account's User/Group Access decides who may pick it when an automation or agent is set up. For anybody else the platform does not list the account, so the builder named here could not set this up with it. The list is also the control over who may borrow the account's rights: a builder beside it means that the file and the platform differ, or that somebody lost the access since.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
user bob "bob@acme.com"
group Builders { description "Builds automations"  members alice }
app Desk {
  service account Bot { purpose "Sends reminders"  usable by Builders }
  automation Remind {
    trigger temporal
    runs as Bot
    built by bob
//           ^^^ service-account-not-shared
    action notification
  }
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  service account Bot { purpose "Answers questions" }
  agent Helper {
    runs as Bot
    built by alice
//           ^^^^^ service-account-not-shared
    tool mcp
  }
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
user bob "bob@acme.com"
group Builders { description "Builds automations"  members alice, bob }
app Desk {
  service account Bot { purpose "Sends reminders"  usable by Builders }
  automation Remind {
    trigger temporal
    runs as Bot
    built by bob
    action notification
  }
  agent Helper {
    runs as Bot
    built by alice
    tool mcp
  }
}
\`\`\`

## Exceptions

- None for administrators: \`ADMIN\` does not put its holder into \`usable by\`.
- An inactive account or publisher is [inactive-actor](inactive-actor.md), and \`usable by\` with an error leaves it open who may use the account.

## Options

\`"service-account-not-shared": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore service-account-not-shared: REASON\` on the line before hides it there.

## See also

- [service-account-elsewhere](service-account-elsewhere.md), [inactive-actor](inactive-actor.md)
- [Service Accounts](https://elementum.mintlify.app/administration/service-accounts)
`,
  'settings': `# settings

Reports a \`writ.json\` that is not valid: text that is not JSON, an unknown key, rule or severity, a duty that names no known permission, or a glob that can't be read.

- Severity: error
- Category: Broken policy
- Fix: yes (replaces the key, rule, severity or permission by the nearest one, or removes what is set twice or unknown)
- Configurable: no

## Why

\`writ.json\` decides which files belong to the project and which rules count. A misspelled rule silently keeps its default, a misspelled severity lowers or raises nothing, and a duty with an unknown permission never finds a conflict: the check looks stricter, or milder, than it is. For the same reason \`writ\` ends with exit status 2 where it can't use the settings, and not with a clean result.

## Invalid

\`\`\`writ
--- file: writ.json
{
  "rules": { "unused-rol": "off" }
}
--- file: people.writ
user alice "alice@acme.com"
\`\`\`

Reported at line 2, column 14 of writ.json.

\`\`\`writ
--- file: writ.json
{
  "rules": { "unused-role": "warn" }
}
--- file: people.writ
user alice "alice@acme.com"
\`\`\`

Reported at line 2, column 29 of writ.json.

\`\`\`writ
--- file: writ.json
{
  "duties": [
    { "name": "orders", "first": ["CREATE_RECORDS"], "second": ["APPROVE_RECORDS"] }
  ]
}
--- file: people.writ
user alice "alice@acme.com"
\`\`\`

Reported at line 3, column 65 of writ.json.

## Valid

\`\`\`writ
--- file: writ.json
{
  "exclude": ["drafts/**"],
  "rules": { "unused-role": "error" },
  "duties": [
    { "name": "orders", "first": ["CREATE_RECORDS"], "second": ["DELETE_RECORDS"] }
  ],
  "semantics": { "adminSeesAllRecords": true, "autoShareReach": "record" }
}
--- file: people.writ
user alice "alice@acme.com"
\`\`\`

## Exceptions

A project may do without a \`writ.json\`, and a \`writ.json\` without any of its keys.

## Options

None: it can be neither lowered nor suppressed, as settings with an error cannot say what counts.

## See also

- [unknown-permission](unknown-permission.md): the same in a role
- [conflicting-duties](conflicting-duties.md): what \`duties\` adds to
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'shadowed-policy': `# shadowed-policy

Reports a policy that shows its people nothing that other policies of the object do not show them already, and which ones those are.

- Severity: warning
- Category: Without effect
- Fix: yes (removes the policy)
- Configurable: yes

## Why

Policies only add up. One that is covered by others can be taken out without anybody noticing, and narrowing it changes nothing: whoever edits it to keep somebody from a record believes that it worked. Such policies stay behind when a wider one is added, or when a group is put into a larger one.

## Invalid

Every heavy load that is booked is a booked load.

\`\`\`writ
group Planners { description "Plan the loads"  members alice, bob }
user alice "alice@acme.com"
user bob "bob@acme.com"
app Freight {
  field Status: choice("Booked", "In transit")
  field Weight: number
  policy Booked { to Planners  when Status is one of ("Booked", "In transit") }
  policy "Heavy loads" { to alice  when Status is "Booked" and Weight > 1000 }
//       ^^^^^^^^^^^^^ shadowed-policy
}
\`\`\`

Two others cover it together, and every senior is an agent, too.

\`\`\`writ
group Agents { description "Work the queue"  members alice, bob }
group Seniors { description "Train the others"  members alice }
user alice "alice@acme.com"
user bob "bob@acme.com"
app Desk {
  field Priority: number
  policy Low { to Agents  when Priority < 3 }
  policy High { to Agents  when Priority > 2 }
  policy Middle { to Seniors  when Priority between 1 and 5 }
//       ^^^^^^ shadowed-policy
}
\`\`\`

Of two that say the same, the later one is reported.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Owner: user
  policy Mine { to alice  when Owner is current user }
  policy "My tickets" { to alice  when Owner is alice }
//       ^^^^^^^^^^^^ shadowed-policy
}
\`\`\`

## Valid

\`\`\`writ
group Agents { description "Work the queue"  members alice, bob }
user alice "alice@acme.com"
user bob "bob@acme.com"
user carol "carol@acme.com"
app Desk {
  field Priority: number
  field Owner: user
  policy Low { to Agents  when Priority < 3 }
  policy Mine { to Agents  when Priority < 5 and Owner is current user }
  policy Urgent { to Agents, carol  when Priority < 1 }
}
\`\`\`

## Exceptions

- A policy is reported only if it is covered for everybody whom it names. A group is covered by another one that holds all of its active members today.
- What the default policy shows is reported by [default-policy-in-effect](default-policy-in-effect.md).
- A policy with an error opens nothing, and covers nothing.

## Options

\`"shadowed-policy": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore shadowed-policy: REASON\` on the line before hides it there.

## See also

- [default-policy-in-effect](default-policy-in-effect.md), [redundant-grant](redundant-grant.md)
- [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'syntax': `# syntax

Reports text that does not parse, at the token where it stops making sense, and names what was expected there and the nearest keyword.

- Severity: error
- Category: Broken policy
- Fix: yes (inserts the sign or word that alone is missing, or replaces a misspelled keyword by the nearest one)
- Configurable: no

## Why

Text that does not parse gives and denies nothing that anyone can rely on: a grant behind a missing comma may not be read at all. Reading goes on at the next property or declaration, so the rest of the file still counts. A policy with such a hole opens no record, and expectations that the hole could make wrong come out \`error\` instead of passing. Keywords are reserved; a group or field that is called like one is written in quotes.

## Invalid

A comma is missing between two members.

\`\`\`writ
user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents {
  description "Works the queue"
  members alice bob
//              ^^^ syntax
}
\`\`\`

A keyword is misspelled.

\`\`\`writ
app Desk { filed Status: text }
//         ^^^^^ syntax
\`\`\`

A keyword stands where a name is wanted.

\`\`\`writ
user alice "alice@acme.com"
group members { members alice }
//    ^^^^^^^ syntax
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents {
  description "Works the queue"
  members alice, bob
}
group "members" { description "Belongs to the club"  members alice }
app Desk { field Status: text }
\`\`\`

## Exceptions

What stands between the first word that makes no sense and the next property or declaration is not reported again.

## Options

None: it can be neither lowered nor suppressed, as text that does not parse may have said anything.

## See also

- [missing-property](missing-property.md): a declaration that parses, but lacks what it needs
- [duplicate-name](duplicate-name.md): a property that stands twice
- [Access Overview](https://docs.elementum.io/administration/access-overview)
`,
  'unconditional-policy': `# unconditional-policy

Reports a data access policy without \`when\`: it shows its people every record of the object, today's and tomorrow's.

- Severity: info
- Category: Upkeep
- Fix: no
- Configurable: yes

## Why

Often every record is just what is meant. It is worth a look all the same: a condition may have been put off until later, and records are added that nobody thought of when the policy was written. Together these findings tell who sees everything.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
managed role "Internal User" { members "Internal Users" }
app Desk {
  field Status: choice("New", "Open", "Closed")
  policy Everything { to alice }
//       ^^^^^^^^^^ unconditional-policy
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
managed role "Internal User" { members "Internal Users" }
app Desk {
  field Status: choice("New", "Open", "Closed")
  policy "What is open" { to alice  when Status is "Open" }
}
\`\`\`

## Exceptions

- A policy for service accounts alone is only a hint: accounts that report read everything on purpose, and [excess-data-access](excess-data-access.md) tells where that is more than they need.
- The default policy is the platform's own and has no condition to put.

## Options

- \`"unconditional-policy": "off"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unconditional-policy: REASON\` on the line before hides it there.
- The severity in \`writ.json\` is for people and service accounts alike.

## See also

- [always-true](always-true.md): a condition that leaves out nothing
- [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'undocumented-permission': `# undocumented-permission

Reports a grant of one of the 43 constants that the platform's schema has and its documentation does not list.

- Severity: info
- Category: Upkeep
- Fix: no
- Configurable: yes

## Why

What such a permission lets somebody do is written nowhere: the schema has its name, and nothing else. A reviewer can neither say what it is good for nor notice when it changes.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
role Preview { description "Tries out what is new"  members alice  grants READ_RECORDS, READ_FEATURES }
//                                                                                      ^^^^^^^^^^^^^ undocumented-permission
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
role Preview { description "Reads"  members alice  grants READ_RECORDS, view on Marketplace }
\`\`\`

## Exceptions

- What a level includes is the platform's to say. Only constants that are written are reported.
- \`UPDATE_USERS\` is documented by its name on the screens, *Update Organization Users*; that this is its constant is a guess.

## Options

\`"undocumented-permission": "off"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore undocumented-permission: REASON\` on the line before hides it there.

## See also

- [unknown-permission](unknown-permission.md): constants that the platform does not have at all
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'unknown-action': `# unknown-action

Reports the word after \`action\` when it is not an action of the platform's automations.

- Severity: error
- Category: Broken policy
- Fix: yes (replaces it by the nearest action)
- Configurable: yes

## Why

What an action needs, and which records it reaches, is looked up by its word; an unknown one can't be checked, and what it would lack is found only when the automation runs. Actions and agent tools have different words for the same thing: an automation changes a record by \`updateField\`, an agent by \`updateRecord\`. There is no action that deletes or shares records, or that edits roles and policies.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  automation Close {
    trigger temporal
    built by alice
    action updateRecord
//         ^^^^^^^^^^^^ unknown-action
  }
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  automation Purge {
    trigger temporal
    built by alice
    action deleteRecord
//         ^^^^^^^^^^^^ unknown-action
  }
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  role Clerk { description "Changes tickets"  members alice  grants READ_RECORDS, UPDATE_RECORDS }
  default policy
  automation Close {
    trigger temporal
    built by alice
    action updateField
  }
}
\`\`\`

## Exceptions

- An action without its word is [syntax](syntax.md).
- What the word was to mean is not guessed: [excess-permission](excess-permission.md) lets the account keep whatever any action or tool needs.

## Options

\`"unknown-action": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unknown-action: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [unknown-tool](unknown-tool.md), [unknown-trigger](unknown-trigger.md)
- [missing-permission](missing-permission.md), [missing-data-access](missing-data-access.md): what a known action lacks
- [Automation Actions Reference](https://docs.elementum.io/workflows/automation-actions-reference)
`,
  'unknown-attribute': `# unknown-attribute

Reports \`current user.…\` with an attribute that no user of the project has.

- Severity: warning
- Category: Upkeep
- Fix: yes (replaces it by the nearest attribute)
- Configurable: yes

## Why

A comparison with an attribute that somebody does not have is false for them. With one that nobody has it is false for everybody, and a policy that relies on it shows nothing. Attributes are data that other people keep: they are renamed in a directory without anybody thinking of the policies. Names are compared with their case.

## Invalid

\`\`\`writ
user alice "alice@acme.com" { Department "Finance" }
app Desk {
  field Department: text
  policy "Own department" { to alice  when Department is current user.department }
//                                                                    ^^^^^^^^^^ unknown-attribute
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com" { Department "Finance" }
user bob "bob@acme.com"
group Clerks { description "Book"  members alice, bob }
app Desk {
  field Department: text
  policy "Own department" { to Clerks  when Department is current user.Department }
}
\`\`\`

## Exceptions

- One user with the attribute is enough: others may get it tomorrow.
- A project without users says nothing about their attributes.
- While a directory cannot be read, the attributes that SCIM defines (\`department\`, \`title\`, …) may be in it.

## Options

\`"unknown-attribute": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unknown-attribute: REASON\` on the line before hides it there.

## See also

- [never-true](never-true.md): conditions that are false for other reasons
- [unknown-field](unknown-field.md), [directory-unreadable](directory-unreadable.md)
- [Data Access](https://elementum.mintlify.app/administration/data-access): conditions on attributes of the current user
`,
  'unknown-field': `# unknown-field

Reports a field that the object spoken of does not have, in \`when\`, \`where\`, \`with\` or the body of a record.

- Severity: error
- Category: Broken policy
- Fix: yes (replaces it by the nearest field, or declares it in the object)
- Configurable: yes

## Why

A condition on a field that does not exist can't be decided for any record, so a policy with one opens nothing. The object spoken of is the enclosing one in a policy, but the target in an action with \`in\`: its \`where\` speaks of the fields of that other object. Field names are case-sensitive, as all names are.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  field Status: choice("Open", "Closed")
  role Clerk { description "Reads tickets"  members Agents  grants READ_RECORDS }
  policy Opened { to Agents  when State is "Open" }
//                                ^^^^^ unknown-field
}
\`\`\`

\`Status\` is a field of Desk, and the action looks into Approvals.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("Open", "Closed")
  automation Chase {
    trigger temporal
    built by alice
    action recordSearch in Approvals where Status is "Open"
//                                         ^^^^^^ unknown-field
  }
}
task Approvals {
  field Amount: number
  role Reader { description "Reads approvals"  members alice  grants READ_RECORDS }
  policy Everything { to alice }
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  field Status: choice("Open", "Closed")
  role Clerk { description "Reads tickets"  members Agents  grants READ_RECORDS }
  policy Opened { to Agents  when Status is "Open" }
  automation Chase {
    trigger temporal
    built by alice
    action recordSearch in Approvals where Amount > 100
  }
}
task Approvals {
  field Amount: number
  role Reader { description "Reads approvals"  members alice  grants READ_RECORDS }
  policy Everything { to alice }
}
\`\`\`

## Exceptions

A field whose type cannot be read is declared all the same: the error in its declaration is enough.

## Options

\`"unknown-field": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unknown-field: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [unknown-option](unknown-option.md), [operator-type](operator-type.md): what is wrong with a comparison of a known field
- [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'unknown-object': `# unknown-object

Reports the name of an app, element, task or table that nothing declares, after \`in\` or before the dot of a qualified name.

- Severity: error
- Category: Broken policy
- Fix: yes (replaces it by the nearest object, or declares it)
- Configurable: yes

## Why

Every grant, policy and question is about a place. An action whose object is unknown can be checked for neither permissions nor data access; on the platform it would be an automation that fails when it runs. A question about an unknown object has no answer, and an expectation about one does not pass.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk { default policy }
query alice can READ_RECORDS in Dsek
//                              ^^^^ unknown-object
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  automation Ask {
    trigger createRecord
    built by alice
    action createRecord in Aprovals
//                         ^^^^^^^^ unknown-object
  }
}
task Approvals {
  role Requester { description "Asks for approval"  members alice  grants CREATE_RECORDS }
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  service account Bot { purpose "Asks for approval"  roles Aprovals.Requester }
//                                                         ^^^^^^^^ unknown-object
}
task Approvals {
  role Requester { description "Asks for approval"  members alice  grants CREATE_RECORDS }
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  default policy
  service account Bot { purpose "Asks for approval"  roles Approvals.Requester }
  automation Ask {
    trigger createRecord
    built by alice
    action createRecord in Approvals
  }
}
task Approvals {
  role Requester { description "Asks for approval"  members alice  grants CREATE_RECORDS }
}
query alice can READ_RECORDS in Desk
\`\`\`

## Exceptions

\`organization\` is the organization, not an object: \`in organization\` and \`organization."App Admin"\` are always known.

## Options

\`"unknown-object": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unknown-object: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [unknown-record](unknown-record.md): the name after \`on\`
- [unknown-role](unknown-role.md), [unknown-principal](unknown-principal.md): the name after the dot
- [Access Overview](https://docs.elementum.io/administration/access-overview)
`,
  'unknown-option': `# unknown-option

Reports a text that is not one of the options of the \`choice\` or \`choices\` field that it is compared with or given to.

- Severity: error
- Category: Broken policy
- Fix: yes (replaces it by the nearest option, or adds it to the field)
- Configurable: yes

## Why

A choice holds one of its options or nothing, so a comparison with anything else is never true and the policy would open no record. It happens when an option is renamed on the platform, or written in another case: options are compared exactly. In an expectation a wrong option is worse than in a policy: \`cannot\` would hold for the records that nobody meant.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  field Status: choice("New", "Open", "Closed")
  role Clerk { description "Reads tickets"  members Agents  grants READ_RECORDS }
  policy Queue { to Agents  when Status is one of ("New", "open") }
//                                                        ^^^^^^ unknown-option
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  field Labels: choices("vip", "late")
  role Clerk { description "Reads tickets"  members Agents  grants READ_RECORDS }
  policy Important { to Agents  when Labels contains "VIP" }
//                                                   ^^^^^ unknown-option
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("New", "Open", "Closed")
  default policy
}
record ticket in Desk { Status "Done" }
//                             ^^^^^^ unknown-option
query alice can READ_RECORDS on ticket
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  field Status: choice("New", "Open", "Closed")
  field Labels: choices("vip", "late")
  role Clerk { description "Reads tickets"  members Agents  grants READ_RECORDS }
  policy Queue { to Agents  when Status is one of ("New", "Open") }
  policy Important { to Agents  when Labels contains "vip" }
}
record ticket in Desk { Status "Closed" }
query alice can READ_RECORDS on ticket
\`\`\`

## Exceptions

- Where an error in the field may hide the option, that error is enough.
- \`is empty\` and \`is not empty\` ask for no option.

## Options

\`"unknown-option": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unknown-option: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [operator-type](operator-type.md): a value of the wrong type
- [never-true](never-true.md): other conditions that no record meets
- [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'unknown-permission-group': `# unknown-permission-group

Reports a permission group after \`view on\`, \`edit on\` or \`admin on\` that the platform does not have, or that is not written by its name.

- Severity: error
- Category: Broken policy
- Fix: yes (replaces it by the nearest group)
- Configurable: yes

## Why

A level is chosen per permission group, as in the quick picker of the platform's roles screen, and stands for all permissions of that group up to the level. With an unknown group it stands for none, and the role's holders silently lack the whole panel. A group is written by its name, in quotes where it has a space (\`"AI Providers"\`), and not by its constant (\`AI_PROVIDERS\`).

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  default policy
  role Clerk { description "Reads tickets"  members alice  grants view on Record }
//                                                                        ^^^^^^ unknown-permission-group
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  default policy
  role Tuner { description "Picks the models"  members alice  grants edit on AI_PROVIDERS }
//                                                                           ^^^^^^^^^^^^ unknown-permission-group
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  default policy
  role Clerk { description "Reads tickets"  members alice  grants view on Records }
  role Tuner { description "Picks the models"  members alice  grants edit on "AI Providers" }
}
\`\`\`

## Exceptions

A permission after a level, \`view on "View Records"\`, is reported here: a level is of a group.

## Options

\`"unknown-permission-group": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unknown-permission-group: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [unknown-permission](unknown-permission.md)
- [wrong-scope](wrong-scope.md): a level that the group does not offer in this place
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'unknown-permission': `# unknown-permission

Reports a permission that the catalogue does not have, such as a display name (\`View Records\`) or a near miss (\`VIEW_RECORDS\`), where a constant is wanted.

- Severity: error
- Category: Broken policy
- Fix: yes (replaces it by the constant that it means, or by the nearest one)
- Configurable: yes

## Why

The platform's screens say "View Records", its interface says \`READ_RECORDS\`; only the constant is written here, so that a search finds every grant of it. Some screen names differ from the constant by more than the verb: "Assignment Rules" are \`ASSIGNMENT_ENGINES\`, "Objects" are \`ASPECTS\`, "Data Access Policies" are \`DATA_ACCESS\`. A role with an unknown permission keeps its other grants, but not this one, so its holders can do less than the file seems to say.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  default policy
  role Clerk {
    description "Reads tickets"
    members Agents
    grants VIEW_RECORDS
//         ^^^^^^^^^^^^ unknown-permission
  }
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  default policy
  role Clerk {
    description "Reads and changes tickets"
    members Agents
    grants READ_RECORDS, "Update Records"
//                       ^^^^^^^^^^^^^^^^ unknown-permission
  }
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
app Desk { default policy }
query alice can EDIT_RECORDS in Desk
//              ^^^^^^^^^^^^ unknown-permission
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  default policy
  role Clerk {
    description "Reads and changes tickets"
    members Agents
    grants READ_RECORDS, UPDATE_RECORDS
  }
}
query alice can UPDATE_RECORDS in Desk
\`\`\`

## Exceptions

The 43 constants that the platform's schema has and its documentation does not list are known: [undocumented-permission](undocumented-permission.md) names them.

## Options

\`"unknown-permission": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unknown-permission: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [unknown-permission-group](unknown-permission-group.md)
- [wrong-scope](wrong-scope.md): a known permission in a place where it can't be granted
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'unknown-principal': `# unknown-principal

Reports a user, group or service account that is named somewhere and declared nowhere, neither in a \`.writ\` file nor in a directory.

- Severity: error
- Category: Broken policy
- Fix: yes (replaces it by the nearest name, or declares it as a user or group)
- Configurable: yes

## Why

Access that names somebody unknown reaches nobody, or the wrong person once the name is guessed. In a role or group the other members still count; a policy that names somebody unknown opens nothing at all until it is repaired. A data access policy takes users, groups and service accounts and never a role, although the platform's prose speaks of "user roles". A user is named by the declared name, not by the address.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice, alcie }
//                                                           ^^^^^ unknown-principal
\`\`\`

A role is no principal.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  role Clerk { description "Reads tickets"  members alice  grants READ_RECORDS }
  policy Queue { to Clerk }
//                  ^^^^^ unknown-principal
}
\`\`\`

A service account of another object needs its object before the name.

\`\`\`writ
app Desk {
  service account Bot { purpose "Routes tickets" }
}
task Approvals {
  policy Queue { to Bot }
//                  ^^^ unknown-principal
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
group Agents { description "Works the queue"  members alice }
app Desk {
  role Clerk { description "Reads tickets"  members Agents  grants READ_RECORDS }
  policy Queue { to Agents }
  service account Bot { purpose "Routes tickets"  roles Approvals.Reader }
}
task Approvals {
  role Reader { description "Reads approvals"  grants READ_RECORDS }
  policy Queue { to Desk.Bot }
}
\`\`\`

## Exceptions

\`"Internal Users"\` and \`"External Users"\` always exist and are never declared.

## Options

\`"unknown-principal": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unknown-principal: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [invalid-member](invalid-member.md): a principal of the wrong kind
- [directory-unreadable](directory-unreadable.md): people that a directory file should have brought
- [Users](https://docs.elementum.io/administration/users), [Groups](https://docs.elementum.io/administration/groups), [Data Access](https://elementum.mintlify.app/administration/data-access)
`,
  'unknown-record': `# unknown-record

Reports a record after \`on\` that nothing declares.

- Severity: error
- Category: Broken policy
- Fix: yes (replaces it by the nearest record, or declares one)
- Configurable: yes

## Why

A question \`on\` something speaks of one declared example record. Where that record is missing, the question has no answer and the expectation does not pass. A question about every record of an object, or about some of them, is asked with \`in\`: \`in Desk\`, \`in Desk with { … }\`, \`in Desk when …\`.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("Open", "Closed")
  default policy
}
record ticket in Desk { Status "Open" }
query alice can READ_RECORDS on ticket
query alice can UPDATE_RECORDS on tiket
//                                ^^^^^ unknown-record
\`\`\`

An object is no record.

\`\`\`writ
user alice "alice@acme.com"
app Desk { default policy }
query alice can READ_RECORDS on Desk
//                              ^^^^ unknown-record
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("Open", "Closed")
  default policy
}
record ticket in Desk { Status "Open" }
query alice can READ_RECORDS on ticket
query alice can READ_RECORDS in Desk
\`\`\`

## Exceptions

The record of a test is known in that test only; there it goes before one of the project with the same name.

## Options

\`"unknown-record": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unknown-record: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [unknown-object](unknown-object.md): the name after \`in\`
- [unused-record](unused-record.md): a record that nothing asks about
- [Access Overview](https://docs.elementum.io/administration/access-overview)
`,
  'unknown-role': `# unknown-role

Reports a role in \`roles\` that neither the service account's own object, nor the organization, nor the object named before the dot has.

- Severity: error
- Category: Broken policy
- Fix: yes (replaces it by the nearest role, qualifies it with the object that has it, or creates it)
- Configurable: yes

## Why

A service account does exactly what its roles let it do. With a role that nothing declares it can do less than the file says, and its automations fail while they run. The most common cause is a role of another object that is named without its object: a role belongs to the organization or to one object, and \`Requester\` of Approvals is not known by that name in Desk.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  service account Bot { purpose "Asks for approval"  roles Requester }
//                                                         ^^^^^^^^^ unknown-role
}
task Approvals {
  role Requester { description "Asks for approval"  members alice  grants CREATE_RECORDS }
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  service account Bot { purpose "Asks for approval"  roles Approvals.Requestor }
//                                                                   ^^^^^^^^^ unknown-role
}
task Approvals {
  role Requester { description "Asks for approval"  members alice  grants CREATE_RECORDS }
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  service account Bot { purpose "Asks for approval"  roles Approvals.Requester }
}
task Approvals {
  role Requester { description "Asks for approval"  members alice  grants CREATE_RECORDS }
}
\`\`\`

## Exceptions

A managed role exists without being written: \`roles "Content Viewer"\` is known in every app.

## Options

\`"unknown-role": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unknown-role: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [unknown-object](unknown-object.md): the name before the dot
- [invalid-member](invalid-member.md): a user or group in \`roles\`
- [managed-role-fixed](managed-role-fixed.md): a managed role that the platform does not have
- [Service Accounts](https://elementum.mintlify.app/administration/service-accounts)
`,
  'unknown-tool': `# unknown-tool

Reports the word after \`tool\` when it is not a tool of the platform's agents.

- Severity: error
- Category: Broken policy
- Fix: yes (replaces it by the nearest tool)
- Configurable: yes

## Why

What a tool needs, and which records it reaches, is looked up by its word; an unknown one can't be checked, and what the agent would lack shows only in a conversation. Tools and automation actions have different words for the same thing: an agent searches by \`searchAspect\`, an automation by \`recordSearch\`.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  agent Helper {
    built by alice
    tool recordSearch
//       ^^^^^^^^^^^^ unknown-tool
  }
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  agent Helper {
    built by alice
    tool runAutomation
//       ^^^^^^^^^^^^^ unknown-tool
  }
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  role Clerk { description "Reads tickets"  members alice  grants READ_RECORDS, READ_WORKFLOWS }
  default policy
  agent Helper {
    built by alice
    tool searchAspect
    tool executeWorkflow
  }
}
\`\`\`

## Exceptions

- A tool without its word is [syntax](syntax.md).
- What the word was to mean is not guessed: [excess-permission](excess-permission.md) lets the account keep whatever any action or tool needs.

## Options

\`"unknown-tool": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unknown-tool: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [unknown-action](unknown-action.md)
- [missing-permission](missing-permission.md), [missing-data-access](missing-data-access.md): what a known tool lacks
- [Agent tools and deployment](https://docs.elementum.io/ai-agents/agents-tools-and-deployment)
`,
  'unknown-trigger': `# unknown-trigger

Reports the word after \`trigger\` when it is not a trigger of the platform's automations.

- Severity: error
- Category: Broken policy
- Fix: yes (replaces it by the nearest trigger)
- Configurable: yes

## Why

The trigger says who can set an automation off, and so who acts with its rights: anybody who creates a record, sends an e-mail or calls a webhook, or nobody but the clock. With an unknown word that question has no answer. Triggers are written by the platform's own word and not by the name on the screen: "Record is Created" is \`createRecord\`, "Time-Based" is \`temporal\`.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  automation Notify {
    trigger recordCreated
//          ^^^^^^^^^^^^^ unknown-trigger
    built by alice
    action notification
  }
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  automation Remind {
    trigger schedule
//          ^^^^^^^^ unknown-trigger
    built by alice
    action notification
  }
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  automation Notify {
    trigger createRecord
    built by alice
    action notification
  }
  automation Remind {
    trigger temporal
    built by alice
    action notification
  }
}
\`\`\`

## Exceptions

An automation without \`trigger\` is [missing-property](missing-property.md).

## Options

\`"unknown-trigger": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unknown-trigger: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [unknown-action](unknown-action.md)
- [missing-property](missing-property.md): no trigger at all
- [Automation Triggers Reference](https://docs.elementum.io/workflows/automation-triggers-reference)
`,
  'unreadable-file': `# unreadable-file

Reports a \`.writ\` file of the project that can't be read, or whose bytes are not UTF-8.

- Severity: error
- Category: Broken policy
- Fix: no
- Configurable: no

## Why

A file that can't be read may hold roles, policies and the expectations that watch over them. If it were skipped, the rest of the project would look complete: names that it declares would be unknown, and access that it grants would be missing from every answer. A file that an editor saved in another encoding (Windows-1252, UTF-16) is refused as a whole, because a name read with the wrong letters is another name. \`writ\` ends with exit status 2 while such a file is in the project.

## Invalid

The second file was saved as Windows-1252, where \`ü\` is a byte that UTF-8 does not have.

\`\`\`writ
--- file: people.writ
user alice "alice@acme.com"
--- file: groups.writ (Windows-1252)
group Büro { description "Answers the phone"  members alice }
\`\`\`

Reported at line 1, column 1 of groups.writ.

## Valid

\`\`\`writ
--- file: people.writ
user alice "alice@acme.com"
--- file: groups.writ
group Büro { description "Answers the phone"  members alice }
\`\`\`

## Exceptions

A byte order mark at the start of a UTF-8 file is tolerated.

## Options

\`exclude\` in \`writ.json\` names what is no part of the project, \`["drafts/**"]\`: such files are not read. The finding can be neither lowered nor suppressed.

## See also

- [directory-unreadable](directory-unreadable.md): the same for a directory file
- [settings](settings.md): which files belong to the project
- [Access Overview](https://docs.elementum.io/administration/access-overview)
`,
  'unused-group': `# unused-group

Reports a declared group that nothing names: no role, policy, \`usable by\`, condition, record or question.

- Severity: warning
- Category: Without effect
- Fix: yes (removes the group)
- Configurable: yes

## Why

A group gives its members nothing by itself; what it gives is where it is named. One that is named nowhere has still to be kept up to date, and is one day picked for a role because its name fits, though its members were put together for something else.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents { description "Work the queue"  members alice }
group Movers { description "Helped with the move in spring"  members alice, bob }
//    ^^^^^^ unused-group
app Desk {
  default policy
  role Agent { description "Works the queue"  members Agents  grants READ_RECORDS }
}
\`\`\`

## Valid

A condition or an expectation names a group, too.

\`\`\`writ
user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents { description "Work the queue"  members alice }
group Movers { description "Help with the move"  members bob }
app Desk {
  field Owner: user
  role Agent { description "Works the queue"  members Agents  grants READ_RECORDS }
  policy Moves { to Agents  when Owner is in Movers }
}
\`\`\`

## Exceptions

- Groups of a directory are not reported: they are kept there, for whatever reads it.
- Where a policy asks \`contains current user\`, or records are shared with the group that they are assigned to, any group may be named by a record, and none is reported.
- Text with an error that spells the name counts as naming it.

## Options

\`"unused-group": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unused-group: REASON\` on the line before hides it there.

## See also

- [unused-role](unused-role.md), [unused-service-account](unused-service-account.md), [vague-name](vague-name.md)
- [Groups](https://docs.elementum.io/administration/groups)
`,
  'unused-record': `# unused-record

Reports a record that no query and no expectation speaks of.

- Severity: warning
- Category: Without effect
- Fix: yes (removes the record)
- Configurable: yes

## Why

A record in a \`.writ\` file is an example: it is there to ask about. One that nothing asks about proves nothing, and a reader takes it for tested. Mostly the expectation about it was removed, or names another record by mistake.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("Open", "Closed")
  role Agent { description "Works the queue"  members alice  grants READ_RECORDS }
  policy Queue { to alice  when Status is "Open" }
}
record printer in Desk { Status "Open" }
record laptop in Desk { Status "Closed" }
//     ^^^^^^ unused-record
expect alice can READ_RECORDS on printer
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  field Status: choice("Open", "Closed")
  role Agent { description "Works the queue"  members alice  grants READ_RECORDS }
  policy Queue { to alice  when Status is "Open" }
}
record printer in Desk { Status "Open" }
expect alice can READ_RECORDS on printer
test "Closed tickets" {
  record laptop in Desk { Status "Closed" }
  expect alice cannot READ_RECORDS on laptop
}
\`\`\`

## Exceptions

- A record of a test hides one of the project with its name. If only the test asks, the other one is reported.
- Text with an error that spells the name counts as asking about it.

## Options

- \`"unused-record": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unused-record: REASON\` on the line before hides it there.
- With \`"autoShareReach": "object"\` under \`semantics\` in \`writ.json\` a record outside of tests decides by itself who has a role of its object: such records are not reported.

## See also

- [unknown-record](unknown-record.md), [failed-expectation](failed-expectation.md)
- [Access Overview](https://docs.elementum.io/administration/access-overview)
`,
  'unused-role': `# unused-role

Reports a role that nobody holds: no members, no service account with it, no auto-share that hands it out.

- Severity: warning
- Category: Without effect
- Fix: yes (removes the role)
- Configurable: yes

## Why

A role without holders grants nothing today, but everything it lists to the first member whom somebody adds, often without reading the list. Roles of finished projects and copies that were made for a trial are how old permissions come back.

## Invalid

\`\`\`writ
app Desk {
  default policy
  role Archivist { description "Clears out closed tickets"  grants READ_RECORDS, DELETE_RECORDS }
//     ^^^^^^^^^ unused-role
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  default policy
  role Archivist { description "Clears out closed tickets"  members alice  grants READ_RECORDS, DELETE_RECORDS }
}
\`\`\`

## Exceptions

A role with \`auto-share on\` needs no members: the platform hands it out when somebody watches a record, is assigned to it, is mentioned in it, has it shared or approves it.

A role of an object is not called unused while a service account of the object names a role that is not there.

## Options

\`"unused-role": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unused-role: REASON\` on the line before hides it there.

## See also

- [expired-role](expired-role.md), [unused-group](unused-group.md)
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'unused-service-account': `# unused-service-account

Reports an active service account that nothing names: no automation or agent runs as it, no policy is for it, no condition, record or question speaks of it.

- Severity: warning
- Category: Without effect
- Fix: yes (switches the account off)
- Configurable: yes

## Why

An account has no password that anybody types, so nobody notices that it is not used. It still holds its roles, and whoever may use it can pick it for the next automation and act with its rights. The platform does not delete accounts: it deactivates them, and that is what to do with one whose automation is gone. It can be switched on again.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  role Importer { description "What the import needs"  grants CREATE_RECORDS }
  service account "Spring Import" { purpose "Imported tickets from the old system"  roles Importer  usable by alice }
//                ^^^^^^^^^^^^^^^ unused-service-account
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  role Importer { description "What the import needs"  grants CREATE_RECORDS }
  service account "Mail Import" { purpose "Makes tickets of mails"  roles Importer  usable by alice }
  service account "Spring Import" { purpose "Imported tickets from the old system"  inactive }
  automation "Mail to ticket" {
    trigger emailIngestion
    runs as "Mail Import"
    built by alice
    action createRecord
  }
}
\`\`\`

## Exceptions

- What the account itself says (\`roles\`, \`usable by\`) does not count: it names others, nobody names it.
- An inactive account is not reported. It is at its end.
- Text with an error that spells the name counts as naming it.

## Options

\`"unused-service-account": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unused-service-account: REASON\` on the line before hides it there.

## See also

- [excess-permission](excess-permission.md): what an account that is used does not need
- [missing-purpose](missing-purpose.md), [inactive-actor](inactive-actor.md)
- [Service Accounts](https://elementum.mintlify.app/administration/service-accounts)
`,
  'unused-suppression': `# unused-suppression

Reports a \`writ-ignore\` that hides nothing: without a reason, with the name of no rule or of one that cannot be suppressed, or where the rule reports nothing.

- Severity: warning
- Category: Without effect
- Fix: yes (removes the name or the comment, or replaces the name by the nearest rule)
- Configurable: yes

## Why

A suppression is a decision that somebody took and signed with a reason. One that hides nothing any more tells of a risk that is gone, and hides the next one that comes to stand at its place. One without a reason cannot be reviewed, so it hides nothing; \`TODO\` is not a reason.

## Invalid

Somebody holds the role today.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  default policy
  // writ-ignore unused-role: kept for the summer
//               ^^^^^^^^^^^ unused-suppression
  role Helper { description "Helps out"  members alice  grants READ_RECORDS }
}
\`\`\`

No reason, no such rule, and a rule that nobody can suppress.

\`\`\`writ
// writ-ignore unused-group
^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression
group Movers { description "Help with the move" }
// writ-ignore unused-groups: they come in spring
//             ^^^^^^^^^^^^^ unused-suppression
group Painters { description "Paint" }
user alice "alice@acme.com" // writ-ignore syntax: we write it like this
//                                         ^^^^^^ unused-suppression
\`\`\`

## Valid

\`\`\`writ
// writ-ignore unused-group: they come in spring
group Movers { description "Help with the move" }
\`\`\`

## Exceptions

- While anything in the project is broken, it is not known what a rule would report: then only names and missing reasons are looked at.
- A suppression of a rule that is switched off in \`writ.json\` is reported, too: it hides nothing.

## Options

\`"unused-suppression": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore unused-suppression: REASON\` on the line before hides it there.

## See also

- [settings](settings.md): how a rule is switched off for a whole project
- [unused-role](unused-role.md), [unused-group](unused-group.md): findings that are often suppressed with a reason
- [Access Overview](https://docs.elementum.io/administration/access-overview)
`,
  'vague-name': `# vague-name

Reports a name that says nothing (\`Role 1\`, \`Test\`, \`New Group\`), and one that only a number tells from another of its kind beside it.

- Severity: hint
- Category: Upkeep
- Fix: no
- Configurable: yes

## Why

Whoever gives access picks from a list of names. \`Role 1\` is picked by guessing, and between \`Agents\` and \`Agents 2\` people take the one that works, which is the one that grants more. It concerns custom roles, groups, service accounts, policies, automations and agents.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
group Test { description "Try-out"  members alice }
//    ^^^^ vague-name
group Planners { description "Plan"  members alice }
group "Planners 2" { description "Plan as well"  members alice }
//    ^^^^^^^^^^^^ vague-name
role "Role 1" { description "Copied from a support call"  members Test, Planners, "Planners 2"  grants READ_RECORDS }
//   ^^^^^^^^ vague-name
\`\`\`

## Valid

A year, a level or a place is a meaning.

\`\`\`writ
user alice "alice@acme.com"
group "Tier 1" { description "Answers first"  members alice }
group "Tier 2" { description "Answers what is hard"  members alice }
role "Audit 2025" { description "The audit of 2025"  members "Tier 1"  grants READ_RECORDS }
role "Audit 2026" { description "The audit of 2026"  members "Tier 2"  grants READ_RECORDS }
\`\`\`

## Exceptions

- Managed roles, the default policy and groups of a directory have names that are given elsewhere.
- Only English words are known to say nothing.
- Of names in a row the first is not reported.

## Options

\`"vague-name": "off"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore vague-name: REASON\` on the line before hides it there.

## See also

- [missing-description](missing-description.md), [missing-purpose](missing-purpose.md)
- [Groups](https://docs.elementum.io/administration/groups), [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'write-without-read': `# write-without-read

Reports a role that grants to create, update or delete something without the permission to look at it.

- Severity: warning
- Category: Without effect
- Fix: yes (grants the permission to read, too)
- Configurable: yes

## Why

Permissions do not include each other: \`UPDATE_RECORDS\` alone lets nobody open the record that is to be updated. Such a role looks complete in a list of roles, and leaves its members with things that they may change and cannot open, or make and never find again.

## Invalid

\`\`\`writ
user eve "eve@acme.com"
app Freight {
  default policy
  role Labels { description "Attaches labels"  members eve  grants READ_RECORDS, CREATE_ATTACHMENTS, DELETE_ATTACHMENTS }
//                                                                               ^^^^^^^^^^^^^^^^^^ write-without-read
}
\`\`\`

## Valid

The level includes looking, and tickets can be read by another role.

\`\`\`writ
user eve "eve@acme.com"
managed role "Internal User" { members "Internal Users" }
app Freight {
  default policy
  role Labels { description "Attaches labels"  members eve  grants edit on Attachments }
  role Clerk { description "Clears out"  members eve  grants DELETE_RECORDS }
}
\`\`\`

A service account has what its actions need: this one never looks at what it makes.

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  role Opener { description "Opens tickets"  grants CREATE_RECORDS }
  service account Mailbox { purpose "Turns e-mail into tickets"  roles Opener  usable by alice }
  automation "E-mail" {
    trigger emailIngestion
    runs as Mailbox
    built by alice
    action createRecord
  }
}
\`\`\`

## Exceptions

- What the platform has no \`READ_…\` for, as organization users, record sharing and relations, is not reported, nor what only an undocumented one would let read.
- A role whose every member has the permission by another role in force is not reported, and neither is one that nobody but service accounts holds.

## Options

\`"write-without-read": "error"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore write-without-read: REASON\` on the line before hides it there.

## See also

- [excess-permission](excess-permission.md): what a service account need not have
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
  'wrong-scope': `# wrong-scope

Reports a permission, level or role in a place that the platform does not offer it in: a permission of the organization in an object's role, a level above the group's highest, a role in a table.

- Severity: error
- Category: Broken policy
- Fix: yes (moves the grant to a role of the organization that the same have, lowers the level to the highest offered, makes the object one that has such items, or removes what cannot stand there)
- Configurable: yes

## Why

Some permissions act on the organization itself (users, groups, organization roles, tokens) and are offered only there; an app's role can't hold them, however the app is administered. A permission group has a highest level in each place: Attachments end at \`edit\`, and Users, Services and SLAs end at \`view\` in an object. Tables have data access policies, but no roles. A grant in the wrong place counts for nothing, so the role would be weaker on the platform than it reads here.

## Invalid

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  default policy
  role Lead {
    description "Reads tickets and keeps the groups"
    members alice
    grants READ_RECORDS, UPDATE_GROUPS
//                       ^^^^^^^^^^^^^ wrong-scope
  }
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
app Desk {
  default policy
  role Filer {
    description "Keeps the attachments"
    members alice
    grants admin on Attachments
//         ^^^^^ wrong-scope
  }
}
\`\`\`

\`\`\`writ
user alice "alice@acme.com"
table Prices {
  role Reader { description "Reads prices"  members alice  grants READ_RECORDS }
//     ^^^^^^ wrong-scope
  policy All { to alice }
}
\`\`\`

## Valid

\`\`\`writ
user alice "alice@acme.com"
role Keeper { description "Keeps the groups"  members alice  grants READ_GROUPS, UPDATE_GROUPS }
app Desk {
  default policy
  role Lead { description "Reads tickets"  members alice  grants READ_RECORDS }
  role Filer { description "Keeps the attachments"  members alice  grants edit on Attachments }
}
table Prices {
  policy All { to alice }
}
\`\`\`

## Exceptions

A single permission may be granted in an object although the level that includes it is not offered there: \`CREATE_SLAS\` in an app's role is in order, \`edit on SLAs\` is not.

## Options

\`"wrong-scope": "warning"\` under \`rules\` in \`writ.json\` sets the severity: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`// writ-ignore wrong-scope: REASON\` on the line before hides it there. Either way what is broken counts for nothing.

## See also

- [unknown-permission](unknown-permission.md), [unknown-permission-group](unknown-permission-group.md)
- [managed-role-fixed](managed-role-fixed.md)
- [Roles & Permissions](https://docs.elementum.io/administration/roles-permissions)
`,
};
