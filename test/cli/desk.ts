// A small organization for tests: one policy with a condition, two people, of whom one has a role.

export const deskText = `user alice "alice@acme.com"
user bob "bob@acme.com"
app Desk {
  field Status: choice("New", "Open")
  role Agent { description "Works the queue"  members bob  grants READ_RECORDS }
  policy "Open ones" { to bob  when Status is "Open" }
}
`;
