// What the vendor's Terraform format calls what the language calls otherwise, for both directions.
import { levelCap, permissionGroups } from '../catalogue/permissions.ts';
import type { Level, PermissionGroup } from '../catalogue/types.ts';
import type { AutoShareWord, Role } from '../model/symbols.ts';
import type { FieldTypeName, ObjectKind } from '../syntax/ast.ts';

/** Resource and data source of each kind of object. */
export const objectTypes: Readonly<Record<ObjectKind, string>> = {
  app: 'elementum_app',
  element: 'elementum_element',
  task: 'elementum_task',
  table: 'elementum_table',
};

/** Values of `level` in `permissions` of a role; `CUSTOM` has a list beside it, `NONE` is the same as no entry. */
export const levelNames: Readonly<Record<Level, string>> = { view: 'VIEW', edit: 'EDIT', admin: 'ADMIN' };

/** Permission groups that a role of an object may name; the highest level that the provider takes of each. */
export const objectGroups: readonly { readonly group: PermissionGroup; readonly cap: Level }[] =
  permissionGroups.flatMap((group) => {
    const cap = levelCap(group, 'object');
    return cap === null ? [] : [{ group, cap }];
  });

/** Values of `auto_share`; `group-assign` is of records only, which the format does not carry. */
export const autoShareNames: Readonly<Record<Exclude<AutoShareWord, 'group-assign'>, string>> = {
  approval: 'APPROVAL_CHAIN',
  assign: 'ASSIGNEE',
  mention: 'MENTION',
  share: 'RECORD_SHARE',
  watch: 'WATCHER',
};

/** The values for what shares records with a role. */
export function autoShareOf({ autoShare }: Role): string[] {
  const words: ReadonlySet<string> = autoShare;
  return Object.entries(autoShareNames).flatMap(([word, constant]) => (words.has(word) ? [constant] : []));
}

/** What the language calls the type `<t>` of `elementum_<t>_field`. */
export const fieldTypes: ReadonlyMap<string, FieldTypeName> = new Map([
  ['text', 'text'],
  ['longtext', 'text'],
  ['handle', 'text'],
  ['number', 'number'],
  ['decimal', 'number'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['datetime', 'datetime'],
  ['dropdown', 'choice'],
  ['multiselect', 'choices'],
  ['user', 'user'],
  ['group', 'group'],
  ['attachment', 'attachment'],
]);

/** Types of fields that no condition can speak of. */
export const fieldTypesWithoutConditions: ReadonlySet<string> = new Set(['relation', 'calculated', 'json']);

export interface SystemField {
  /** As the platform's screens say. */
  readonly name: string;
  /** The `<key>` of `local.<app>_<key>_field_id`. */
  readonly key: string;
  readonly type: FieldTypeName;
}

/** Fields that every app has and no export declares; options of the last two stand at the app itself. */
export const systemFields: readonly SystemField[] = [
  { name: 'Title', key: 'title', type: 'text' },
  { name: 'ID', key: 'id', type: 'text' },
  { name: 'Created By', key: 'created_by', type: 'user' },
  { name: 'Created At', key: 'created_at', type: 'datetime' },
  { name: 'Updated By', key: 'updated_by', type: 'user' },
  { name: 'Updated At', key: 'updated_at', type: 'datetime' },
  { name: 'Closed By', key: 'closed_by', type: 'user' },
  { name: 'Closed At', key: 'closed_at', type: 'datetime' },
  { name: 'Status', key: 'status', type: 'choice' },
  { name: 'Stage', key: 'stage', type: 'choice' },
];

/** What `data "elementum_role"` calls an object's managed roles, by the language's names of them. */
export const managedRoleNames: Readonly<Record<string, string>> = {
  'App Admin': 'Admin',
  'Content Editor': 'Edit',
  'Content Viewer': 'View',
};

/** The id in the catalogue of `elementum_<name>_trigger`. Other triggers the format does not carry. */
export const triggerTypes: ReadonlyMap<string, string> = new Map([
  ['record_created', 'createRecord'],
  ['record_updated', 'updateRecord'],
  ['attachment_added', 'attachment'],
  ['slack_message', 'slackMessage'],
  ['comment_added', 'commentAdded'],
  ['agent_conversation_ended', 'conversationEnd'],
  ['webhook', 'webhook'],
  ['on_demand', 'onDemand'],
  ['email_ingestion', 'emailIngestion'],
  ['approval_chain', 'approvalChain'],
  ['datamine', 'datamine'],
]);

/** The id in the catalogue of `elementum_agent_<name>_tool`. */
export const toolTypes: ReadonlyMap<string, string> = new Map([
  ['create_record', 'createRecord'],
  ['search_records', 'searchAspect'],
  ['update_record', 'updateRecord'],
  ['ai_search', 'searchTable'],
  ['relate_record', 'relateRecord'],
  ['run_automation', 'executeWorkflow'],
  ['run_agent', 'runAgent'],
  ['mcp', 'mcp'],
  ['select_bot_route', 'selectBotRoute'],
]);

/** The id in the catalogue of `elementum_<name>_task`. */
export const taskTypes: ReadonlyMap<string, string> = new Map([
  ['add_watcher', 'addWatcher'],
  ['ai_agent', 'aiAgent'],
  ['ai_classify', 'aiClassify'],
  ['ai_file_read', 'aiFileAnalysis'],
  ['ai_search_table', 'aiSearchTable'],
  ['ai_summarize', 'aiSummarize'],
  ['ai_transform', 'aiTransform'],
  ['api', 'api'],
  ['approval_chain', 'approvalChain'],
  ['approval_status_update', 'approvalStatusUpdate'],
  ['aspect_record_field_locking', 'aspectRecordFieldLocking'],
  ['bulk_excel', 'bulkExcel'],
  ['calculation', 'calculation'],
  ['create_record', 'createRecord'],
  ['execute_script', 'executeScript'],
  ['file_reader', 'documentModel'],
  ['find_related_records', 'findRelatedRecords'],
  ['for_each', 'forEach'],
  ['fork_join', 'forkJoin'],
  ['message', 'message'],
  ['notification', 'notification'],
  ['procedure', 'procedure'],
  ['record_search', 'recordSearch'],
  ['relate_records', 'relateRecords'],
  ['run_automation', 'runAutomation'],
  ['save_attachment', 'saveAttachment'],
  ['send_email', 'sendEmail'],
  ['switch', 'switch'],
  ['update_field', 'updateField'],
  ['update_variable', 'variable'],
  ['user_search', 'userSearch'],
  ['variable', 'variable'],
]);

/** How a filter writes `in the last N units`, `unit` singular; the two range types differ in nothing that is stated. */
export const relativeFilter = 'consecutive_range';
export const relativeUnits = { day: 'days', week: 'weeks', month: 'months', year: 'years' } as const;

/** Whether a comparison with a part of a text depends on small letters and capitals, which `like` takes for the same. */
export function hasCase(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase();
}

/**
 * The label that the vendor's tool makes of a name. It says less than the name: two names may come to the same one, and a
 * name of other letters than English ones comes to almost nothing.
 */
export function labelOf(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s\-.:/\\]/g, '_')
    .replace(/[^a-z0-9_]/g, '')
    .replace(/_+/g, '_')
    .replace(/^_|_$/g, '');
  if (words === '') return 'resource';
  return /^\d/.test(words) ? `_${words}` : words;
}
