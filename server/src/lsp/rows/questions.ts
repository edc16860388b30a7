// Requests of Writ's own client: what nobody's protocol has a question for.

import { type Feature, own } from '../feature.ts';
import {
  effectivePermissionsRequest,
  evaluateRequest,
  evaluationChoicesRequest,
  explainQueryRequest,
  inlineAnswersRequest,
  principalsRequest,
  projectsRequest,
  rulePageRequest,
  rulesRequest,
} from '../protocol.ts';
import { answerRequest, assumptionsRequest, insertRequest, remedyRequest } from '../protocol-answers.ts';
import { assistantRequest } from '../protocol-assistant.ts';
import { compareRequest, differenceRequest, differenceTestRequest } from '../protocol-difference.ts';
import { listRequest, matrixRequest, matrixRowsRequest, matrixTextRequest } from '../protocol-lists.ts';
import { newProjectRequest, templatesRequest } from '../protocol-projects.ts';

export const questions: readonly Feature[] = [
  own(projectsRequest, {
    does: 'the projects and how they stand, for the status bar',
    empty: [],
    answer: 'listProjects',
  }),
  own(inlineAnswersRequest, {
    does: 'the answer of every query and the outcome of every expectation of a file',
    empty: null,
    answer: 'listInlineAnswers',
  }),
  own(evaluationChoicesRequest, {
    does: 'what and where can be asked about',
    empty: null,
    answer: 'listEvaluationChoices',
  }),
  own(principalsRequest, {
    does: 'the principals that fit what is typed of them',
    empty: null,
    answer: 'searchPrincipals',
  }),
  own(evaluateRequest, {
    progress: 'Evaluating',
    does: 'whether somebody may do something, and why',
    empty: null,
    answer: 'evaluateAccess',
  }),
  own(answerRequest, {
    progress: 'Evaluating',
    does: 'the same as a tree whose lines lead somewhere, and what if',
    empty: null,
    answer: 'showAnswer',
  }),
  own(assumptionsRequest, {
    does: 'what may be assumed of a question',
    empty: null,
    answer: 'listAssumptions',
  }),
  own(remedyRequest, {
    progress: 'Working out what would allow it',
    does: 'the edit that allows what is refused',
    empty: null,
    answer: 'applyRemedy',
  }),
  own(insertRequest, {
    does: 'the edit that writes a question down as a query, an expectation or a record',
    empty: null,
    answer: 'insertQuestion',
  }),
  own(explainQueryRequest, {
    progress: 'Explaining',
    does: 'the answer of the question at the cursor, and why',
    empty: null,
    answer: 'explainQuery',
  }),
  own(effectivePermissionsRequest, {
    progress: 'Listing permissions',
    does: 'all that somebody may do, and by what',
    empty: null,
    answer: 'showEffectivePermissions',
  }),
  own(listRequest, {
    progress: 'Listing',
    does: 'who can, or what somebody can, line by line with where it comes from',
    empty: null,
    answer: 'listAnswer',
  }),
  own(matrixRequest, {
    progress: 'Evaluating permissions',
    does: 'the principals of a place or the places of a principal, against permissions',
    empty: null,
    answer: 'showMatrix',
  }),
  own(matrixRowsRequest, { does: 'some rows of that', empty: null, answer: 'listMatrixRows' }),
  own(matrixTextRequest, {
    progress: 'Writing permissions',
    does: 'the whole of it as CSV, Markdown or HTML',
    empty: null,
    answer: 'writeMatrix',
  }),
  own(compareRequest, {
    progress: 'Reading what is compared',
    does: 'what a project is compared with: a revision that the client reads, or another folder',
    empty: null,
    answer: 'beginComparison',
  }),
  own(differenceRequest, {
    progress: 'Comparing',
    does: 'who gains and loses what, compared with that, as a tree; lenses say it of each declaration',
    empty: null,
    answer: 'showDifference',
  }),
  own(differenceTestRequest, {
    progress: 'Writing a test of what differs',
    does: 'the edit that writes a test of that, of what is so now or of what was so before',
    empty: null,
    answer: 'writeDifferenceTest',
  }),
  own(templatesRequest, { does: 'what a new project can begin with', empty: [], answer: 'listTemplates' }),
  own(newProjectRequest, { does: 'the files of such a project', empty: null, answer: 'fillTemplate' }),
  own(rulesRequest, { does: 'the rules by id, severity and title', empty: [], answer: 'listRules' }),
  own(rulePageRequest, { does: 'the page of a rule', empty: null, answer: 'showRulePage' }),
  own(assistantRequest, {
    progress: 'Answering an assistant',
    does: 'what an assistant asks: evaluate, explain, who can, check, difference',
    empty: null,
    answer: 'answerAssistant',
  }),
];
