// Who answers the requests that the rows of features name: apart from the rows, which the server needs before it can answer.
import { applyRemedy, insertQuestion, listAssumptions, showAnswer } from './answer-trees.ts';
import { findHover } from './assistance.ts';
import { answerAssistant } from './assistant.ts';
import { listGrantedBy, listGrantsTo, prepareHierarchy } from './call-hierarchy.ts';
import { findActions, resolveAction } from './code-actions.ts';
import { findCompletions, resolveCompletion } from './completion.ts';
import { beginComparison, showDifference, writeDifferenceTest } from './difference.ts';
import { beforeRename } from './file-operations.ts';
import { formatOnType, formatSelected, formatWhole } from './formatting.ts';
import { listHints, resolveHint } from './hints.ts';
import { listLenses, resolveLens } from './lenses.ts';
import { listMatrixRows, showMatrix, writeMatrix } from './matrix.ts';
import {
  findDeclaration,
  findDefinition,
  findHighlights,
  findImplementation,
  findReferences,
  findSymbols,
  findTypeDefinition,
  listFolds,
  listSymbols,
} from './navigation.ts';
import { fillTemplate, listTemplates } from './new-project.ts';
import { listProjects } from './project-info.ts';
import { pullDocument, pullWorkspace } from './pull.ts';
import {
  evaluateAccess,
  explainQuery,
  listAnswer,
  listEvaluationChoices,
  listInlineAnswers,
  searchPrincipals,
  showEffectivePermissions,
} from './questions.ts';
import { growSelections, linkNames, listLinks } from './reading-aids.ts';
import { beginRename, makeRename } from './rename.ts';
import { listRules, showRulePage } from './rule-pages.ts';
import { listTokenChanges, listTokens, listTokensBetween } from './semantic-tokens.ts';
import { findSignatures } from './signatures.ts';
import { listCoverage, listTests, listUnnoticed, runTests } from './testing.ts';

export const answers = {
  answerAssistant,
  applyRemedy,
  beforeRename,
  beginComparison,
  beginRename,
  evaluateAccess,
  explainQuery,
  fillTemplate,
  findActions,
  findCompletions,
  findDeclaration,
  findDefinition,
  findHighlights,
  findHover,
  findImplementation,
  findReferences,
  findSignatures,
  findSymbols,
  findTypeDefinition,
  formatOnType,
  formatSelected,
  formatWhole,
  growSelections,
  insertQuestion,
  linkNames,
  listAnswer,
  listAssumptions,
  listCoverage,
  listEvaluationChoices,
  listFolds,
  listGrantedBy,
  listGrantsTo,
  listHints,
  listInlineAnswers,
  listLenses,
  listLinks,
  listMatrixRows,
  listProjects,
  listRules,
  listSymbols,
  listTemplates,
  listTests,
  listTokenChanges,
  listTokens,
  listTokensBetween,
  listUnnoticed,
  makeRename,
  prepareHierarchy,
  pullDocument,
  pullWorkspace,
  resolveAction,
  resolveCompletion,
  resolveHint,
  resolveLens,
  runTests,
  searchPrincipals,
  showAnswer,
  showDifference,
  showEffectivePermissions,
  showMatrix,
  showRulePage,
  writeDifferenceTest,
  writeMatrix,
} as const;

export type Answers = typeof answers;
