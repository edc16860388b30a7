// Requests of Writ's own client: what nobody's protocol has a question for.

import { beginComparison, showDifference } from '../difference.ts';
import { type Feature, own } from '../feature.ts';
import { listMatrixRows, showMatrix, writeMatrix } from '../matrix.ts';
import { listProjects } from '../project-info.ts';
import {
  effectivePermissionsRequest,
  evaluateRequest,
  evaluationChoicesRequest,
  explainQueryRequest,
  inlineAnswersRequest,
  matrixRequest,
  matrixRowsRequest,
  matrixTextRequest,
  principalsRequest,
  projectsRequest,
  rulePageRequest,
  rulesRequest,
} from '../protocol.ts';
import { compareRequest, differenceRequest } from '../protocol-difference.ts';
import {
  evaluateAccess,
  explainQuery,
  listEvaluationChoices,
  listInlineAnswers,
  searchPrincipals,
  showEffectivePermissions,
} from '../questions.ts';
import { listRules, showRulePage } from '../rule-pages.ts';

export const questions: readonly Feature[] = [
  own(projectsRequest, {
    does: 'the projects and how they stand, for the status bar',
    empty: [],
    handle: listProjects,
  }),
  own(inlineAnswersRequest, {
    does: 'the answer of every query and the outcome of every expectation of a file',
    empty: null,
    handle: listInlineAnswers,
  }),
  own(evaluationChoicesRequest, {
    does: 'what and where can be asked about',
    empty: null,
    handle: listEvaluationChoices,
  }),
  own(principalsRequest, {
    does: 'the principals that fit what is typed of them',
    empty: null,
    handle: searchPrincipals,
  }),
  own(evaluateRequest, {
    progress: 'Evaluating',
    does: 'whether somebody may do something, and why',
    empty: null,
    handle: evaluateAccess,
  }),
  own(explainQueryRequest, {
    progress: 'Explaining',
    does: 'the answer of the question at the cursor, and why',
    empty: null,
    handle: explainQuery,
  }),
  own(effectivePermissionsRequest, {
    progress: 'Listing permissions',
    does: 'all that somebody may do, and by what',
    empty: null,
    handle: showEffectivePermissions,
  }),
  own(matrixRequest, {
    progress: 'Evaluating permissions',
    does: 'the principals of a place or the places of a principal, against permissions',
    empty: null,
    handle: showMatrix,
  }),
  own(matrixRowsRequest, { does: 'some rows of that', empty: null, handle: listMatrixRows }),
  own(matrixTextRequest, {
    progress: 'Writing permissions',
    does: 'the whole of it as CSV, Markdown or HTML',
    empty: null,
    handle: writeMatrix,
  }),
  own(compareRequest, {
    progress: 'Reading what is compared',
    does: 'what a project is compared with: a revision that the client reads, or another folder',
    empty: null,
    handle: beginComparison,
  }),
  own(differenceRequest, {
    progress: 'Comparing',
    does: 'who gains and loses what, compared with that, as a tree; lenses say it of each declaration',
    empty: null,
    handle: showDifference,
  }),
  own(rulesRequest, { does: 'the rules by id, severity and title', empty: [], handle: listRules }),
  own(rulePageRequest, { does: 'the page of a rule', empty: null, handle: showRulePage }),
];
