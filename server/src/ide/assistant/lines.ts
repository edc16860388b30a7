// Lines of anyone's text for whoever reads them: what would not show, or would steer what shows it, is spelt out.
import { spellOut } from '../markdown.ts';

export function spellOutLines(text: string): string {
  return text
    .split('\n')
    .map((line) => spellOut(line))
    .join('\n');
}
