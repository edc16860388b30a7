// Secrets that stand in exports: they are in nothing that an import gives.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { desk, errorsOf, importOf } from './imported.ts';

const canary = 'c4n4ry-t0p-s3cr3t';

const places: Readonly<Record<string, string>> = {
  'the arguments of a provider': `provider "elementum" {\n  client_id = "x"\n  client_secret = "${canary}"\n}\n`,
  'a provider with a fault in it': `provider "elementum" {\n  client_secret = "${canary}\n}\n`,
  'a provider that is not closed': `provider "elementum" {\n  client_secret = "${canary}"\n`,
  'the label of a provider': `provider "${canary}" {\n}\n`,
  'the default of a variable': `variable "token" {\n  default = "${canary}"\n}\n`,
  locals: `locals {\n  key = "${canary}"\n}\n`,
  'an output': `output "key" {\n  value = "${canary}"\n}\n`,
  'a block that Terraform does not have': `${canary} "x" {\n}\n`,
  'the type of a block': `resource "${canary}" "x" {\n}\n`,
  'headers of a tool': `resource "elementum_agent" "a" {\n  app_id = elementum_app.desk.id\n  name = "Helper"\n}\nresource "elementum_agent_mcp_tool" "m" {\n  agent_id = elementum_agent.a.id\n  name = "Call"\n  server_url = "https://${canary}@x"\n  headers = { Authorization = "Bearer ${canary}" }\n}\n`,
  'the authorization of a task': `resource "elementum_automation" "r" {\n  app_id = elementum_app.desk.id\n  name = "R"\n}\nresource "elementum_webhook_trigger" "r" {\n  automation_id = elementum_automation.r.id\n}\nresource "elementum_api_task" "c" {\n  parent_id = elementum_webhook_trigger.r.id\n  name = "Call"\n  authorization = "${canary}"\n  headers = [{ name = "x", value = "${canary}" }]\n  body = <<-EOT\n  ${canary}\n  EOT\n}\n`,
  'an attribute that is not known': `resource "elementum_group" "g" {\n  name = "G"\n  password = "${canary}"\n}\n`,
  'an attribute without a value': `resource "elementum_group" "g" {\n  name = "G"\n  password = ${canary}\n}\n`,
  'an expression': `resource "elementum_group" "g" {\n  name = join("", ["${canary}"])\n}\n`,
  'a comment': `# ${canary}\n/* ${canary} */\n// ${canary}\n`,
  'a type of values': `resource "elementum_access_policy" "p" {\n  object_id = elementum_app.desk.id\n  user_ids = [data.elementum_user.ines.id]\n  filter = { type = "${canary}" }\n}\n`,
  'a level': `resource "elementum_role" "p" {\n  object_id = elementum_app.desk.id\n  name = "P"\n  permissions = [{ group = "${canary}", level = "${canary}" }, { group = "APPS", level = "CUSTOM", custom_permissions = ["${canary}"] }]\n}\n`,
};

describe('a secret in an export of Terraform', () => {
  for (const [place, text] of Object.entries(places))
    it(`in ${place} is not given out`, () => {
      const imported = importOf(desk + text);
      assert.ok(!JSON.stringify(imported).includes(canary), JSON.stringify(imported.notes));
      assert.ok(!errorsOf(imported).join().includes(canary));
    });

  it('in JSON is not given out either, sound or torn', () => {
    const tool = { m: { name: 'Call', headers: { Authorization: canary } } };
    const json = JSON.stringify({
      provider: { elementum: { client_secret: canary } },
      variable: { token: { default: canary } },
      locals: { key: canary },
      [canary]: { x: canary },
      resource: { elementum_agent_mcp_tool: tool, elementum_group: { g: { name: 'G', '//': canary, secret: canary } } },
    });
    for (let end = 0; end <= json.length; end += 7) {
      const imported = importOf(`--- file: a.tf.json\n${json.slice(0, end)}`);
      assert.ok(!JSON.stringify(imported).includes(canary), json.slice(0, end));
    }
    assert.match(JSON.stringify(importOf(`--- file: a.tf.json\n${json}`).files), /group G/);
  });
});
