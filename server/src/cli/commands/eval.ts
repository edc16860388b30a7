// `writ eval`: one question in the language's own words, with its answer and why.
import { explainAnswer } from '../../ide/explain-answer.ts';
import { explanationText } from '../../ide/explain-text.ts';
import { type Asked, askQuestion } from '../../project/ask.ts';
import type { Snapshot } from '../../project/types.ts';
import { withNearest } from '../../rules/rule.ts';
import { lineMap } from '../../text/line-map.ts';
import { complain, type DeclareCommand } from '../command.ts';
import { evalResult } from '../eval-result.ts';
import { excerpt } from '../excerpt.ts';
import { addGuide, type Guide } from '../guide.ts';
import { type ExitStatus, type Host, worse } from '../host.ts';
import { loadProject } from '../load.ts';
import { addCommonOptions, type CommonOptions, evaluationDate, formatOption } from '../options.ts';
import { pathFrom } from '../paths.ts';
import { printableLines } from '../printable.ts';
import { startProgress } from '../progress.ts';
import { toJson } from '../reporters/json.ts';
import { troubleOf } from '../status.ts';
import { findProject } from '../targets.ts';

interface EvalOptions extends CommonOptions {
  readonly format: string;
}

const guide: Guide = {
  lists: [
    {
      title: 'Questions',
      rows: [
        ['NAME can PERMISSION in PLACE', 'whether, and for which records; `on RECORD` for one of them'],
        ['who can PERMISSION in PLACE', 'everybody who may'],
        ['what can NAME do in PLACE', 'all that somebody may do'],
      ],
    },
  ],
  examples: [
    [`writ eval 'alice can READ_RECORDS in "Service Desk"'`, ''],
    [`writ eval 'who can DELETE_RECORDS in "Service Desk"'`, ''],
    [`writ eval 'what can alice do in organization as of 2027-01-31'`, ''],
  ],
  status: [
    'the question is answered, whatever the answer',
    'something broken leaves the answer open',
    'the question or the project could not be read',
  ],
};

export const declareEval: DeclareCommand = (program, context) => {
  const command = program
    .command('eval')
    .summary("one question in the language's own words, with explanation")
    .description('Answers one question, in the words that follow `query`, and explains the answer.')
    .argument('<question>', 'the question, as one argument');
  addCommonOptions(command)
    .addOption(formatOption(['text', 'json']))
    .action(async (question: string, options: EvalOptions) => {
      // As it may be pasted from a file, where no principal can be called `query` without quotes.
      context.end(await evaluate(context.host, question.replace(/^\s*query\s+/, ''), options));
    });
  addGuide(command, context.host, guide);
};

async function evaluate(host: Host, text: string, options: EvalOptions): Promise<ExitStatus> {
  const progress = startProgress(host);
  try {
    const found = await progress.stage('reading', 'files', () => findProject(host, options.project));
    if ('problem' in found) {
      progress.end();
      complain(host, found.problem);
      return 2;
    }
    const today = evaluationDate(options, host);
    const project = await progress.stage('reading', 'files', () =>
      loadProject(host.disk, found.project, today, new Map()),
    );
    const snapshot = project.snapshot();
    const asked = await progress.stage('evaluating', text, () => askQuestion(snapshot, text));
    progress.end();
    const trouble = troubleOf(snapshot, () => false);
    for (const message of trouble.messages) complain(host, message);
    if (asked.question === undefined) return refuse(host, asked);
    const root = pathFrom(found.cwd, found.project.root);
    host.stdout.write(options.format === 'json' ? toJson(evalResult(snapshot, root, asked)) : textOf(snapshot, asked));
    return worse(trouble.status, statusOf(asked));
  } finally {
    progress.end();
  }
}

function textOf(snapshot: Snapshot, asked: Asked): string {
  return `${printableLines(explanationText(snapshot, explainAnswer(snapshot, asked.question, asked.answer)))}\n`;
}

/** An answer that something broken might widen is none to rely on. */
function statusOf({ answer }: Asked): ExitStatus {
  if (answer.kind === 'error') return 1;
  if (answer.kind === 'list') return 0;
  const { outcome, doubts } = answer.decision;
  return outcome === 'unknown' || doubts.length > 0 ? 1 : 0;
}

/** Says what is wrong with a question, and where. */
function refuse(host: Host, { text, answer, problems }: Asked): ExitStatus {
  if (problems.length === 0) complain(host, answer.kind === 'decision' ? 'this is no question' : answer.reason);
  const lines = lineMap(text);
  for (const { message, span, instead } of problems) {
    complain(host, withNearest(message, instead));
    const { line, character } = lines.position(span.start);
    const part = { line: text.slice(lines.lineStart(line), lines.lineEnd(line)), start: character, end: 0 };
    const end = character + span.end - span.start;
    const { source, carets } = excerpt({ ...part, end }, host.stderr.columns ?? 120);
    host.stderr.write(`  ${source}\n  ${carets}\n`);
  }
  return 2;
}
