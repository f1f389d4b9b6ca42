/** `npm run docs`: writes the documents that are made from the code, and what else README and docs show. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { constraintsDocument } from './docs/constraints.ts';
import { factsDocument } from './docs/facts.ts';
import { operationsDocument } from './docs/operations.ts';
import { contributingDocument } from './docs/rooms.ts';
import { takePictures, takeScreens } from './docs/pictures.ts';
import { waitsDocument } from './docs/waits.ts';
import { answerHelp, asTyped, endWith, root, runNode } from './program.ts';

/** The documents that are made from the code, by their path from the project's root. */
export const DOCUMENTS: Readonly<Record<string, () => string>> = {
  'docs/azure-operations.md': operationsDocument,
  'docs/constraints.md': constraintsDocument,
  'docs/contributing.md': contributingDocument,
  'docs/facts.md': factsDocument,
  'docs/waits.md': waitsDocument,
};

const USAGE = `Usage: npm run docs
       npm run docs -- pictures [FOLDER [--targets FOLDER]] | demo-links | words

Writes the documents that are made from the code: ${Object.keys(DOCUMENTS).join(', ')}.

  pictures         takes the pictures of README and docs anew
  pictures FOLDER  takes pictures of the screens, and writes a page that shows them into FOLDER;
                   --targets FOLDER shows each beside the picture of its name in that folder
  demo-links       finds where the demo shows each constraint
  words            lists each forbidden phrase, with what to write instead`;

/** Whether what comes after a folder names no targets, or one folder of them. */
const areTargets = (more: readonly string[]): boolean =>
  more.length === 0 || (more.length === 2 && more[0] === '--targets');

if (import.meta.main) {
  answerHelp(USAGE);
  const [what, folder, ...more] = process.argv.slice(2);

  if (what === undefined) {
    for (const [file, text] of Object.entries(DOCUMENTS)) {
      writeFileSync(join(root, file), text());
      console.log(file);
    }
  } else if (what === 'pictures' && folder === undefined) {
    process.exitCode = await takePictures();
  } else if (what === 'pictures' && folder !== undefined && areTargets(more)) {
    const [, targets] = more;
    process.exitCode = await takeScreens(
      asTyped(folder),
      targets === undefined ? null : asTyped(targets),
    );
  } else if ((what === 'demo-links' || what === 'words') && folder === undefined) {
    const { code, output } = await runNode(join(root, `tools/${what}.ts`));
    process.stdout.write(output);
    process.exitCode = code;
  } else {
    endWith(
      'Use npm run docs, or npm run docs -- pictures [FOLDER [--targets FOLDER]], demo-links or words.',
      2,
    );
  }
}
