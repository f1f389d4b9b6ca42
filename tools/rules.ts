/**
 * `npm run --silent rules -- FILE.json`: the catalogue's verdicts on each case of a file, one line of
 * JSON a case. A case with a problem is left out; each problem is reported with its line.
 * `npm run rules -- speed`: how long one evaluation takes, beside its budget.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { answerHelp, asTyped, root, runNode } from './program.ts';
import { evaluateCase, readCaseFile } from './case-file.ts';

function fail(...lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

const USAGE = `Usage: npm run --silent rules -- FILE.json
       npm run rules -- speed`;

answerHelp(`${USAGE}

Prints what every constraint says of each case of a file, one line of JSON a case; a case with a
problem is left out, and reported with its line. docs/rules.md shows the form of the file.

  speed  measures one evaluation of all constraints, beside its budget`);

const [file, ...more] = process.argv.slice(2);
if (file === undefined || more.length > 0) {
  fail(USAGE, 'docs/rules.md shows the form of the file.');
}
if (file === 'speed') {
  const { code, output } = await runNode(join(root, 'tools/rules-speed.ts'));
  process.stdout.write(output);
  process.exit(code);
}

const path = asTyped(file);

function textOf(of: string): string {
  try {
    return readFileSync(of, 'utf8');
  } catch (error) {
    return fail(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

const { cases, problems } = readCaseFile(textOf(path));
for (const example of cases) console.log(JSON.stringify(evaluateCase(example)));
if (problems.length > 0)
  fail(...problems.map(({ line, message }) => `${file}:${String(line)}: ${message}`));
