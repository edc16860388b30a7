// Expectations in the Test Explorer: all run, one that fails, what they rest on, and what none of them notices.
import type { Stage } from './stage.ts';

export async function testing(stage: Stage): Promise<void> {
  await stage.open('questions.writ');
  await stage.see('.view-lines', 'expect');
  await stage.page.locator('.activitybar .codicon-test-view-icon').first().click();
  await stage.see('.test-explorer .monaco-list-row');
  await stage.shot('listed');
  await stage.run('Test: Run All Tests');
  await stage.see('.test-explorer .monaco-list-row .codicon-testing-failed-icon');
  await stage.shot('run');
  await stage.run('Test: Run All Tests with Coverage');
  await stage.see('.test-coverage-list-item, .test-coverage-bars, .coverage-tree');
  await stage.shot('coverage');
  await stage.open('desk.writ');
  await stage.see('.coverage-deco-gutter, .coverage-deco-inline');
  await stage.shot('covered');
}
