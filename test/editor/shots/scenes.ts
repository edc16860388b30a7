// The scenes that are photographed, one row each.
import { at } from '../../../scripts/places.ts';
import { activating } from './activating.ts';
import { animating, commitDescribed } from './animating.ts';
import { asking, evaluating, hovering, reviewing, supposing } from './asking.ts';
import { beginning, emptyWindow, speakingGerman, walking, walkingInGerman } from './beginning.ts';
import { changeDesk, comparing, comparingNothing } from './comparing.ts';
import { editing } from './editing.ts';
import { configuring, escalating, fixing, refusing } from './fixing.ts';
import { granting } from './granting.ts';
import { reloadingMatrix, showingMatrix, showingNames } from './matrix.ts';
import { refactoring } from './refactoring.ts';
import { readingRules } from './rules.ts';
import { showing } from './showing.ts';
import type { Stage } from './stage.ts';
import { testing } from './testing.ts';

export type Scene = {
  /** Begins the names of its pictures. */
  readonly name: string;
  /** The folder to open, absolute. */
  readonly workspace: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** As a tag, such as `de`; English when left out. */
  readonly language?: string;
  /** What is done with a copy of that folder before it is opened. */
  readonly prepare?: (folder: string) => void;
  readonly play: (stage: Stage) => Promise<void>;
};

const bare = at('test', 'editor', 'workspaces', 'bare');
const review = at('test', 'editor', 'workspaces', 'review');

export const scenes: readonly Scene[] = [
  { name: 'beginning', workspace: bare, play: beginning },
  { name: 'walkthrough', workspace: bare, play: walking },
  { name: 'walkthrough-german', workspace: bare, language: 'de', play: walkingInGerman },
  { name: 'german', workspace: at('samples', 'service-desk'), language: 'de', play: speakingGerman },
  { name: 'empty', workspace: bare, play: emptyWindow },
  { name: 'editing', workspace: at('test', 'editor', 'workspaces', 'tour'), play: editing },
  { name: 'activating', workspace: at('samples', 'service-desk'), play: activating },
  {
    name: 'animating',
    workspace: at('test', 'editor', 'workspaces', 'compared'),
    // Nothing moves but what is typed.
    settings: { 'git.autoRepositoryDetection': true, 'editor.scrollBeyondLastLine': false },
    prepare: commitDescribed,
    play: animating,
  },
  { name: 'asking', workspace: at('samples', 'service-desk'), play: asking },
  { name: 'showing', workspace: at('samples', 'service-desk'), play: showing },
  { name: 'hovering', workspace: at('samples', 'service-desk'), play: hovering },
  { name: 'granting', workspace: at('samples', 'service-desk'), play: granting },
  { name: 'evaluating', workspace: at('samples', 'service-desk'), play: evaluating },
  { name: 'supposing', workspace: at('samples', 'service-desk'), play: supposing },
  { name: 'names', workspace: at('test', 'editor', 'workspaces', 'hostile'), play: showingNames },
  { name: 'matrix', workspace: at('samples', 'service-desk'), play: showingMatrix },
  { name: 'reloading', workspace: at('samples', 'service-desk'), play: reloadingMatrix },
  {
    name: 'comparing',
    workspace: at('samples', 'service-desk'),
    settings: { 'git.autoRepositoryDetection': true },
    prepare: changeDesk,
    play: comparing,
  },
  { name: 'comparing-nothing', workspace: at('samples', 'service-desk'), play: comparingNothing },
  { name: 'reviewing', workspace: at('samples', 'overgrown'), play: reviewing },
  { name: 'fixing', workspace: review, play: fixing },
  { name: 'refactoring', workspace: review, play: refactoring },
  { name: 'escalating', workspace: review, play: escalating },
  { name: 'refusing', workspace: review, play: refusing },
  { name: 'configuring', workspace: review, play: configuring },
  { name: 'testing', workspace: review, play: testing },
  { name: 'rules', workspace: at('samples', 'overgrown'), play: readingRules },
];
