// An export of an organization, as HCL; its JSON twin is made of the blocks that are read from it.
import type { Block, Value } from '../../../server/src/exchange/terraform/tree.ts';

export const orchard = `
terraform {
  required_providers {
    elementum = {
      source = "elementumltd/elementum"
    }
  }
}

provider "elementum" {
  client_secret = "not-to-be-seen"
}

data "elementum_category" "grounds" {
  name = "Grounds"
}

data "elementum_user" "ines" {
  email = "ines@orchard.example"
}

data "elementum_user" "kofi" {
  email = "kofi@orchard.example"
}

data "elementum_group" "internal_users" {
  name = "Internal Users"
}

data "elementum_app" "approvals" {
  name = "Approvals"
}

resource "elementum_group" "night_keepers" {
  name       = "Night Keepers"
  assignable = true
  members    = [data.elementum_user.ines.id, data.elementum_user.kofi.id]
}

resource "elementum_app" "greenhouse" {
  name        = "Greenhouse"
  namespace   = "greenhouse"
  category_id = data.elementum_category.grounds.id
  handle      = "GREENHOUSE"
  status_options = [
    { label = "Growing", color = "green", tags = [] },
    { label = "Harvested", tags = ["CLOSED"] },
  ]
  stages = [{ key = "bed", name = "Bed" }]
}

resource "elementum_dropdown_field" "severity" {
  object_id = elementum_app.greenhouse.id
  name      = "Severity"
  required  = true
  options   = [{ label = "Mild", color = "yellow" }, { label = "Wilting" }]
}

resource "elementum_user_field" "keeper" {
  object_id = elementum_app.greenhouse.id
  name      = "Keeper"
}

resource "elementum_date_field" "inspect_on" {
  object_id = elementum_app.greenhouse.id
  name      = "Inspect On"
}

resource "elementum_calculated_field" "yield" {
  object_id   = elementum_app.greenhouse.id
  name        = "Yield"
  calculation = "1 + 1"
}

resource "elementum_element" "plants" {
  name      = "Plants"
  namespace = "plants"
}

resource "elementum_dropdown_field" "plants_status" {
  object_id = elementum_element.plants.id
  name      = "Status"
  options   = [{ label = "Alive" }, { label = "Dead" }]
}

resource "elementum_role" "bed_lead" {
  object_id   = elementum_app.greenhouse.id
  name        = "Bed Lead"
  description = "Runs one bed"
  auto_share  = ["ASSIGNEE"]
  user_ids    = [data.elementum_user.ines.id]
  group_ids   = [elementum_group.night_keepers.id]
  permissions = [
    { group = "RECORDS", level = "EDIT" },
    { group = "USERS", level = "CUSTOM", custom_permissions = ["READ_ASPECT_ROLES"] },
  ]
}

resource "elementum_role" "reader" {
  object_id   = elementum_element.plants.id
  name        = "Reader"
  description = "Looks at plants"
  group_ids   = [elementum_group.night_keepers.id]
  permissions = [{ group = "RECORDS", level = "VIEW" }]
}

resource "elementum_access_policy" "access_policy" {
  object_id = elementum_app.greenhouse.id
  filter = {
    type = "and"
    children = [
      {
        type = "or"
        children = [
          {
            type       = "equals"
            left_value = { field_id = elementum_user_field.keeper.id }
            value      = { type = "current_user", current_user_type = "id" }
          },
          {
            type       = "in"
            left_value = { field_id = elementum_dropdown_field.severity.id }
            values     = [{ type = "uuid", value = local.severity_options_by_label["Wilting"] }]
          },
        ]
      },
      {
        type           = "consecutive_range"
        left_value     = { field_id = elementum_date_field.inspect_on.id }
        relative_value = { operator = "next", unit = "day", amount = 14 }
      },
    ]
  }
  group_ids = [elementum_group.night_keepers.id]
}

resource "elementum_access_policy" "access_policy_1" {
  object_id = elementum_app.greenhouse.id
  filter    = { type = "true" }
  group_ids = [data.elementum_group.internal_users.id]
}

resource "elementum_access_policy" "access_policy_2" {
  object_id = elementum_element.plants.id
  filter    = { type = "equals", field_id = elementum_dropdown_field.plants_status.id, value = { type = "uuid", value = local.plants_status_options_by_label["Alive"] } }
  group_ids = [elementum_group.night_keepers.id]
}

resource "elementum_automation" "wilting_alert" {
  app_id      = elementum_app.greenhouse.id
  name        = "Wilting Alert"
  description = ""
}

resource "elementum_record_created_trigger" "wilting_alert" {
  automation_id = elementum_automation.wilting_alert.id
}

resource "elementum_record_search_task" "find" {
  parent_id = elementum_record_created_trigger.wilting_alert.id
  name      = "Find"
  object_id = elementum_element.plants.id
  filter    = { type = "is_null", left_value = { field_id = elementum_dropdown_field.plants_status.id } }
}

resource "elementum_switch_task" "which" {
  parent_id = elementum_record_search_task.find.id
  name      = "Which"
}

resource "elementum_switch_case" "first" {
  parent_id = elementum_switch_task.which.id
  name      = "First"
}

resource "elementum_update_field_task" "mark" {
  parent_id        = elementum_switch_case.first.id
  name             = "Mark"
  record_reference = elementum_record_search_task.find.first_record_id
}

resource "elementum_create_record_task" "ask" {
  parent_id = elementum_update_field_task.mark.id
  name      = "Ask"
  object_id = data.elementum_app.approvals.id
}

resource "elementum_workflow_publish" "wilting_alert" {
  automation        = elementum_automation.wilting_alert
  workflow_revision = "1.0.0"
  depends_on        = [elementum_create_record_task.ask]
}

resource "elementum_agent" "gardener" {
  app_id       = elementum_app.greenhouse.id
  name         = "Gardener"
  description  = "Answers for the beds"
  instructions = <<-EOT
    Be kind.
    resource "elementum_access_policy" "no" {
    }
  EOT
}

resource "elementum_agent_search_records_tool" "look" {
  agent_id  = elementum_agent.gardener.id
  app_id    = elementum_app.greenhouse.id
  name      = "Look"
  target_id = elementum_element.plants.id
}

resource "elementum_agent_update_record_tool" "set" {
  agent_id  = elementum_agent.gardener.id
  name      = "Set"
  target_id = elementum_app.greenhouse.id
}

resource "elementum_layout" "main" {
  object_id = elementum_app.greenhouse.id
}
`;

/** The blocks as Terraform's JSON. */
export function jsonOf(blocks: readonly Block[]): string {
  const root: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const { word, labels, body } of blocks) {
    const [type = '', label = ''] = labels;
    root[word] ??= {};
    const ofWord = root[word];
    ofWord[type] ??= {};
    ofWord[type][label] = Object.fromEntries([...body].map(([name, value]) => [name, plain(value)]));
  }
  return JSON.stringify(root, null, 2);
}

function plain(value: Value): unknown {
  switch (value.kind) {
    case 'text':
      return value.text.replaceAll('$\u007b', '$$\u007b');
    case 'number':
      return value.number;
    case 'boolean':
      return value.value;
    case 'list':
      return value.items.map(plain);
    case 'object':
      return Object.fromEntries([...value.entries].map(([name, each]) => [name, plain(each)]));
    case 'reference': {
      const [first = '', ...rest] = value.steps;
      const steps = rest.map((step) => (/^[a-z]\w*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`));
      return `$\u007b${first}${steps.join('')}}`;
    }
    default:
      return null;
  }
}
