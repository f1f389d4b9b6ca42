import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Words by which a sentence says whose something is, what came of a request, what is there, or who refused. */
const CLAIMS = [
  /\b(nothing|it) (was|is) (sent|started|restored|changed|created|mounted|replaced)\b/i,
  /\b(was|were|wasn’t|isn’t|is|are) (deleted|mounted|unmounted|canceled|confirmed|there)\b/i,
  /\b(no longer|already|rejected|refused|most likely|confirmed by|outcome|not sent|not found|not searched)\b/i,
  /\b(might|may) have (started|mounted|deleted)|could be yours|matches it|says whether\b/i,
];

/** Where the facts of these sentences are tried, by the beginning of their key: most in tables of claims. */
const TRIED: Readonly<Record<string, string>> = {
  'actions.': 'actions/claims.test.ts',
  'afterwards.': 'datasources/azure-vm/job/job.test.ts',
  'canceling.': 'progress/progress.test.ts',
  'common.problem.': 'strings/problem-words.test.ts',
  'commvaultJob.': 'datasources/commvault-vm/job/claims.test.ts',
  'connection.trouble.': 'api/commvault/connection.test.ts',
  'deploy.judge.': 'api/resources/deployments.test.ts',
  'deploy.progress.': 'datasources/azure-vm/deploy/claims.test.ts',
  'deploy.trouble.': 'api/storage/blobs.test.ts',
  'diskChecks.afterwards.': 'datasources/azure-disk/checks/claims.test.ts',
  'diskChecks.prerequisites.': 'datasources/azure-disk/checks/checks.test.ts',
  'diskChecks.validation.': 'datasources/azure-disk/checks/checks.test.ts',
  'diskPages.job.result.': 'datasources/azure-disk/checks/claims.test.ts',
  'drafts.status.': 'pages/drafts/claims.test.ts',
  'fileSession.review.': 'datasources/azure-vm/files/claims.test.ts',
  'fileSession.stage.': 'datasources/azure-vm/files/claims.test.ts',
  'fileSession.ready.': 'datasources/azure-vm/files/claims.test.ts',
  'leftovers.': 'pages/leftovers/claims.test.ts',
  'fieldsThatMend.': 'datasources/azure-vm/job/job.test.ts',
  'mountedPoints.': 'datasources/azure-vm/files/claims.test.ts',
  'nextSteps.found': 'pages/job/record/claims.test.ts',
  'notification.': 'wizard/submit/watched.test.ts',
  'picture.fates.gone': 'datasources/azure-vm/picture.test.ts',
  'picture.line.gone': 'datasources/azure-vm/picture.test.ts',
  'recoverFiles.': 'wizard/submit/sent-claims.test.ts',
  'sessionNotification.': 'wizard/mounted-read.test.ts',
  'sessions.': 'wizard/mounted-read.test.ts',
  'stepActions.gone': 'datasources/azure-vm/next-steps/steps.test.ts',
  'submission.earlier.': 'wizard/review/claims.test.ts',
  'submission.groupMade.': 'datasources/azure-vm/choices.test.ts',
  'submission.heldBack.': 'wizard/review/claims.test.ts',
  'submission.noAnswer.': 'wizard/submit/search-claims.test.ts',
  'submission.notSent.': 'wizard/review/claims.test.ts',
  'submission.preparing.': 'wizard/submit/sent-claims.test.ts',
  'submission.refusedByAzure.': 'wizard/review/claims.test.ts',
  'submission.sameTarget.': 'wizard/review/claims.test.ts',
  'submission.script.': 'wizard/review/claims.test.ts',
  'submission.signedOut.': 'wizard/review/claims.test.ts',
  'submission.wayOn.': 'wizard/review/claims.test.ts',
  'tabTitle.': 'wizard/submit/watched.test.ts',
  'vaults.change.': 'datasources/azure-vm/vault/VaultPage.test.ts',
  'verdicts.': 'pages/job/claims.test.ts',
  'whatHappened.ofGone': 'datasources/azure-vm/what-happened/what-happened.test.ts',
  'wizard.drafts.': 'wizard/submit/sent-claims.test.ts',
  'wizard.trouble.': 'wizard/submit/sent-claims.test.ts',
};

/** What no fact is needed for, or one alone that a read gives as it is. */
const CLAIMLESS: readonly string[] = [
  'picture.line.outcomeUnknown',
  'picture.states.outcomeUnknown',
  // A source, a point or a target that a read no longer finds, or that Azure describes.
  'comparison.gone',
  'diskActions.gone',
  'diskFlow.',
  'diskPages.instance.',
  'instance.facts.',
  'plan.',
  'preflight.',
  'progress.',
  'record.noJob',
  'restoreOptions.',
  'unusedChoices.',
  'commvaultInstance.facts.',
  'flow.point.',
  'vaults.crossSubscription.',
  // Plans, hints and explanations: nothing has happened.
  'fileSession.plan.',
  'softDelete.line.',
  'unmount.line.',
  'stepActions.field.',
  'stalled.advice.',
  'flow.hint.',
  'flow.plan.',
  'flow.review.',
  'whatHappened.does',
  'wizard.answers.',
  'wizard.explain.',
  'scriptTroubles.',
  'submission.groupNote',
  'submission.stagedVhds',
  'submission.waits.',
  'overview.scenarios.',
  'deploy.edit.',
  'ruleExample.',
  // Pages and addresses that do nothing, and labels.
  'common.paused.',
  'instance.unknownBody',
  'instance.history.',
  'pages.job.',
  'shell.',
  'signInPage.',
  'vaults.one.',
  'wizard.noSuchStep.',
  'searchResults.',
  // Kinds of problems, which are no text.
  'OPEN_KINDS',
  'record.labels.',
  'nextSteps.undone',
];

const folder = 'src/strings';

/** The keys of the sentences in a file that match, by its lines: formatted code has a key on each, indented. */
function claimsIn(text: string): readonly string[] {
  const path: string[] = [];
  return text.split('\n').flatMap((line) => {
    const [, top] = /^(?:export )?(?:const|function) (\w+)/.exec(line) ?? [];
    if (top !== undefined) path.splice(0, path.length, top);
    const [, indent = '', key] = /^( +)'?([\w-]+)'?: /.exec(line) ?? [];
    if (key !== undefined) path.splice(indent.length / 2, path.length, key);
    const texts = line.match(/['`][^'`]*['`]/g) ?? [];
    return texts.some((one) => CLAIMS.some((claim) => claim.test(one))) ? [path.join('.')] : [];
  });
}

function claims(): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    // The simulation is not the product's.
    .filter((file) => !/simulation|^testing/.test(file));
  return files.flatMap((file) => claimsIn(readFileSync(`${folder}/${file}`, 'utf8')));
}

test('each sentence that claims something has a place where its facts are tried', () => {
  const known = [...Object.keys(TRIED), ...CLAIMLESS];
  const keys = claims();
  expect(keys.filter((key) => !known.some((one) => key.startsWith(one)))).toEqual([]);
  expect(known.filter((one) => !keys.some((key) => key.startsWith(one)))).toEqual([]);
  expect(keys.length).toBeGreaterThan(100);
});

test('these places are there', () => {
  expect(Object.values(TRIED).filter((path) => !existsSync(`src/${path}`))).toEqual([]);
});
