import { preflight } from '#src/strings/preflight.ts';
import { problemWords } from '#src/strings/problem-words.ts';
import type { ValidationProblem } from '#src/model/problem.ts';
import type { Validation } from '#src/datasources/azure-vm/checks/preflight.ts';
import type { Check } from '#src/datasources/azure-vm/checks/check.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import type { CheckResult } from '#src/wizard/review/check.ts';

const words = preflight.azure;

/** What Azure itself says of the very request that Restore would send. */
export const azure: Check = {
  id: 'azure',
  from: [],
  run: ({ validation }) => validationResult(validation),
};

function validationResult({ stage, isStale, waitsFor }: Validation): CheckResult {
  if (waitsFor !== null) return { state: 'notChecked', found: words.waits[waitsFor] };
  if (isStale) return { state: 'notChecked', found: words.stale };
  switch (stage.kind) {
    case 'idle':
    case 'stopped':
      return { state: 'notChecked', found: words[stage.kind] };
    case 'running':
      return { state: 'checking', found: stage.isAccepted ? words.running : words.asking };
    case 'trouble': {
      const { problem } = stage;
      const { title, advice } = problemWords(problem);
      return {
        state: 'notChecked',
        found: [title(words.read), textInSentence(problem.message), advice].join(' '),
      };
    }
    case 'done':
      return stage.problems.length === 0
        ? { state: 'passed', found: words.content, at: stage.at }
        : { state: 'failed', found: stage.problems.map(problemText).join(' '), at: stage.at };
  }
}

/** Azure's own words. */
function problemText({ code, message, recommendations }: ValidationProblem): string {
  return [...[message, ...recommendations].map(textInSentence), words.code(code)].join(' ');
}
