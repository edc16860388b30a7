// Throw-away.
import { buildSuite } from '../../scripts/build-suite.ts';
import { runSuite } from './host/run-suite.ts';
const s = await buildSuite();
const all = [...s.tests.values()];
const base = { entry: s.entry };
for (const [name, suite] of Object.entries({
  source: { ...base, extension: { folder: '/tmp/tcx/ext' }, workspace: '/work/main/test/editor/workspaces/desk', tests: all.filter((f) => f.includes('activate')) },
  vsix: { ...base, extension: { vsix: '/tmp/tcx/x.vsix' }, workspace: '/work/main/test/editor/workspaces/desk', tests: all.filter((f) => f.includes('activate')) },
  two: { ...base, extension: { vsix: '/tmp/tcx/x.vsix' }, workspace: '/work/main/test/editor/workspaces/two', open: 'two.code-workspace', tests: all.filter((f) => f.includes('two-folders')) },
})) {
  const t = Date.now();
  try { console.log(name, await runSuite(suite)); } catch (e) { console.log(name, e); }
  console.log(Date.now() - t, 'ms');
}
