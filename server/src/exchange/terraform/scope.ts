// What the filters of one object are read with.

import type { Notes, Place } from '../notes.ts';
import type { Fields } from './fields.ts';
import type { ObjectDraft } from './object-draft.ts';
import type { People } from './people.ts';

export interface Scope {
  readonly fields: Fields;
  readonly people: People;
  readonly notes: Notes;
  readonly object: ObjectDraft;
  readonly place: Place;
}
