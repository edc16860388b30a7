// Takes screenshots of the features in the packaged extension: `npm run shots -- --out DIR --theme dark --scene NAME`.
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { clearAwayOnSignals } from '../test/editor/host/profile.ts';
import { scenes } from '../test/editor/shots/scenes.ts';
import { onStage, themes } from '../test/editor/shots/stage.ts';
import { packageExtension } from './package.ts';
import { cacheFolder } from './places.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: path.join(cacheFolder, 'shots') },
    scene: { type: 'string' },
    theme: { type: 'string', default: 'all' },
    vsix: { type: 'string' },
  },
});
if (values.theme !== 'all' && themes[values.theme] === undefined) {
  throw new Error(`--theme is all, ${Object.keys(themes).join(', ')}`);
}

const chosenThemes = values.theme === 'all' ? Object.keys(themes) : [values.theme];
const chosenScenes = scenes.filter(({ name }) => values.scene === undefined || name === values.scene);
if (chosenScenes.length === 0) throw new Error(`--scene is one of ${scenes.map(({ name }) => name).join(', ')}`);

clearAwayOnSignals();
const out = path.resolve(values.out);
const vsix = values.vsix ?? (await packageExtension());
let failed = 0;
for (const scene of chosenScenes) {
  for (const theme of chosenThemes) {
    const pictureFile = (name: string): string => path.join(out, `${scene.name}-${name}-${theme}.png`);
    const { workspace, settings = {}, prepare, language } = scene;
    const spoken = language === undefined ? {} : { language };
    await onStage({ vsix, workspace, theme, settings, prepare, pictureFile, ...spoken }, scene.play).catch(
      (error: unknown) => {
        console.error(`${scene.name}, ${theme}:`, error);
        failed += 1;
      },
    );
  }
}
console.log(`the pictures are in ${out}`);
process.exitCode = failed > 0 ? 1 : 0;
