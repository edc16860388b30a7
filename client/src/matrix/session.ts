// One matrix that is looked at: asks the server for what the panel wants, and again when the project is another. Knows no editor.

import type { ProjectParams } from '../../../server/src/lsp/protocol.ts';
import {
  type MatrixBase,
  type MatrixFormat,
  type MatrixInfo,
  type MatrixParams,
  type MatrixRows,
  type MatrixSubject,
  type MatrixText,
  matrixRequest,
  matrixRowsRequest,
  matrixTextRequest,
} from '../../../server/src/lsp/protocol-lists.ts';
import { l10n } from '../l10n.ts';
import { anyLook, type Kept, type Look, type Told } from './messages.ts';

export interface Against {
  /** In words. */
  readonly label: string;
  readonly base: MatrixBase;
}

export interface MatrixSession {
  readonly project: ProjectParams;
  readonly subject: () => MatrixSubject;
  readonly against: () => Against | undefined;
  look(look: Look): Promise<void>;
  turnTo(subject: MatrixSubject): Promise<void>;
  /** Undefined for no comparison. */
  compare(against: Against | undefined): Promise<void>;
  /** The project may be another. */
  refresh(): Promise<void>;
  rows(turn: number, from: number, count: number): Promise<void>;
  /** Undefined where the server has nothing to say. */
  text(format: MatrixFormat): Promise<string | undefined>;
}

export interface SessionParts {
  readonly view: string;
  readonly project: ProjectParams;
  readonly subject: MatrixSubject;
  /** What it is compared with from the beginning on. */
  readonly against?: Against | undefined;
  readonly send: <R>(method: string, params: object) => Promise<R>;
  readonly tell: (told: Told) => void;
}

interface State {
  subject: MatrixSubject;
  against: Against | undefined;
  look: Look;
  turn: number;
}

export function createMatrixSession(parts: SessionParts): MatrixSession {
  const { view, project, send, tell } = parts;
  const state: State = { subject: parts.subject, against: parts.against, look: anyLook, turn: 0 };
  const ask = async () => {
    const turn = ++state.turn;
    const { subject, against } = state;
    const look = fitting(state);
    const params: MatrixParams = {
      ...project,
      view,
      subject,
      filter: filterOf(look),
      ...(against === undefined ? {} : { base: against.base }),
    };
    const info = await send<MatrixInfo | null>(matrixRequest, params);
    // Another one was asked for meanwhile.
    if (turn !== state.turn) return;
    if (info === null || 'problem' in info)
      tell({ type: 'problem', problem: info?.problem ?? l10n.t('there is no such project') });
    else tell({ type: 'matrix', turn, shape: info, look, against: against?.label ?? '', kept: keptOf(project, state) });
  };
  const change = (next: Partial<State>) => {
    Object.assign(state, next);
    return ask();
  };
  return {
    project,
    subject: () => state.subject,
    against: () => state.against,
    look: (look) => change({ look }),
    turnTo: (next) => change({ subject: next, against: undefined, look: anyLook }),
    compare: (against) => change({ against }),
    refresh: ask,
    async rows(turn, from, count) {
      if (turn !== state.turn) return;
      const rows = await send<MatrixRows | null>(matrixRowsRequest, { view, from, count });
      if (turn !== state.turn) return;
      if (rows === null) await ask();
      else tell({ type: 'rows', turn, from, rows });
    },
    async text(format) {
      const written = await send<MatrixText | null>(matrixTextRequest, { view, format });
      return written?.text;
    },
  };
}

function keptOf(project: ProjectParams, { subject, against }: State): Kept {
  if (against === undefined || 'texts' in against.base) return { project, subject, against: null };
  return { project, subject, against: { label: against.label, base: against.base } };
}

/** Where nothing is compared, nothing differs: whoever wanted to see only that sees all again. */
function fitting({ look, against }: State): Look {
  return against === undefined && look.only === 'different' ? { ...look, only: '' } : look;
}

function filterOf({ rows, permissions, only }: Look): NonNullable<MatrixParams['filter']> {
  return {
    ...(rows.trim() === '' ? {} : { rows: [rows] }),
    ...(permissions.trim() === '' ? {} : { permissions: [permissions] }),
    ...(only === '' ? {} : { only }),
  };
}
