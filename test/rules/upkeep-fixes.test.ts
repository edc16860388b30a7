// The fixes of rules about upkeep.
import { describe, it } from 'mocha';
import { checkFix, checkFixes } from './fixed-text.ts';

describe('fixes: missing texts', () => {
  it('make room for the description of a role', () => {
    checkFix('missing-description', 'user a "a@b.example"\nrole R {\n  members a\n  grants ADMIN\n}', {
      title: 'Add `description ""`',
      text: 'user a "a@b.example"\nrole R {\n  description ""\n  members a\n  grants ADMIN\n}',
      safe: false,
    });
  });

  it('make room for the purpose of an account, with braces where it has none', () => {
    checkFix('missing-purpose', 'app A {\n  service account Bot\n}', {
      title: 'Add `purpose ""`',
      text: 'app A {\n  service account Bot { purpose "" }\n}',
      safe: false,
    });
  });

  it('leave one that is blank to be written', () => {
    checkFixes('missing-description', 'role R { description " "  grants ADMIN }', {});
    checkFixes('missing-purpose', 'app A { service account Bot { purpose "" } }', {});
  });
});
