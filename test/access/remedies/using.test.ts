// What would let somebody use a service account: being named, a group that is, and accounts that are switched on.
import { describe } from 'mocha';
import { check } from './offered.ts';

describe('what would let somebody use an account', () => {
  describe('by name and by group', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      user zed "z@x.com" { inactive }
      user off "o@x.com" { inactive }
      group Team { members bob }
      group Crew { members bob, off }
      group Outer { domain "y.com" }
      app Desk {
        role Agent { members Crew grants CREATE_RECORDS }
        service account Bot { usable by Team, Outer, "Internal Users" }
        service account Two { usable by Team, Crew }
        service account Idle { inactive usable by ann, Crew }
        service account Free { inactive }
        service account Own { roles Agent }
      }`,
      `
      ? ann can use Desk.Bot
      ? ann can use Desk.Two
        add ann to group Team
        let ann use Desk.Two
        add ann to group Crew | 1 more: CREATE_RECORDS in Desk
      ? ann can use Desk.Idle
        activate Desk.Idle | also 1: bob
      ? ann can use Desk.Free
        activate Desk.Free, and let ann use Desk.Free
      ? bob can use Desk.Idle
        activate Desk.Idle | also 1: ann
      ? bob can use Desk.Own
        let bob use Desk.Own
      ? zed can use Desk.Two
        activate zed, and add zed to group Team | 1 more: the use of Desk.Bot
        activate zed, and let zed use Desk.Two | 1 more: the use of Desk.Bot
        activate zed, and add zed to group Crew | 2 more: CREATE_RECORDS in Desk, the use of Desk.Bot
      ? off can use Desk.Two
        activate off | 2 more: CREATE_RECORDS in Desk, the use of Desk.Bot
      ? off can use Desk.Idle
        activate off, and activate Desk.Idle | 3 more: CREATE_RECORDS in Desk, the use of Desk.Bot, the use of Desk.Two | also 2: ann, bob
      ? zed can use Desk.Free
      ? Team can use Desk.Own
        let Team use Desk.Own | also 1: bob
      ? Outer can use Desk.Two
        let Outer use Desk.Two
      ? Team can use Desk.Idle
        activate Desk.Idle, and let Team use Desk.Idle | also 2: ann, bob
      ? Desk.Own can use Desk.Two
      ? Desk.Idle can use Desk.Idle
      ? Desk.Free can use Desk.Two
      `,
    );
  });

  describe('what using brings beside it', () => {
    check(
      `user ann "a@x.com" { inactive }
      user bob "b@x.com"
      group Team { members ann }
      app Desk {
        service account One { usable by ann }
        service account Two { usable by Team, bob }
        service account Three { inactive usable by Team, ann, bob }
        service account Four { usable by bob }
      }`,
      `
      ? ann can use Desk.One
        activate ann | 1 more: the use of Desk.Two
      ? ann can use Desk.Two
        activate ann | 1 more: the use of Desk.One
      ? ann can use Desk.Four
        activate ann, and let ann use Desk.Four | 2 more: the use of Desk.One, the use of Desk.Two
      ? bob can use Desk.Three
        activate Desk.Three
      ? bob can use Desk.One
        let bob use Desk.One
      `,
    );
  });
});
