import { globSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, test } from 'vitest';

import { diskFlow } from '#src/strings/azure-disk-restore.ts';
import { checks } from '#src/strings/checks.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { unusedChoices } from '#src/strings/choices.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { diskActions } from '#src/strings/disks.ts';
import { outage } from '#src/strings/outage.ts';
import { serviceIssue } from '#src/strings/overview.ts';
import { preflight } from '#src/strings/preflight.ts';
import { running } from '#src/strings/progress.ts';
import { submission } from '#src/strings/submission.ts';
import { vaults } from '#src/strings/vaults.ts';
import { whatHappened } from '#src/strings/what-happened.ts';

/** Words by which a sentence says whose something is, what came of a request, what is there, or who refused. */
const CLAIMS = [
  /\b(nothing|it) (was|is) (sent|started|restored|changed|created|mounted|replaced)\b/i,
  /\b(was|were|wasn’t|isn’t|is|are) (deleted|mounted|unmounted|canceled|confirmed|there)\b/i,
  /\b(no longer|already|rejected|refused|doesn’t list|not listed|can’t find|most likely|confirmed by|outcome|not sent|not found|not searched)\b/i,
  /\b(might|may) have (started|mounted|deleted)|could be yours|matches it|says whether\b/i,
];

/** Sentences whose facts are tried in a table of claims, by the beginning of their key. */
const IN_TABLES: readonly string[] = [
  'actions.',
  'afterwards.',
  'commvaultJob.',
  'deploy.progress.',
  'diskChecks.afterwards.',
  'diskPages.job.result.',
  'drafts.status.',
  'fileSession.review.',
  'fileSession.stage.',
  'fileSession.ready.',
  'leftovers.',
  'mountedPoints.',
  'nextSteps.found',
  'recoverFiles.',
  'sessionNotification.',
  'sessions.',
  'submission.earlier.',
  'submission.groupMade.',
  'submission.heldBack.',
  'submission.noAnswer.',
  'submission.notSent.',
  'submission.preparing.',
  'submission.refusal.',
  'submission.refusedByAzure.',
  'submission.sameTarget.',
  'submission.script.',
  'submission.signedOut.',
  'vaults.change.',
  'verdicts.',
  'wizard.drafts.',
  'wizard.trouble.',
];

/** Where the facts of other sentences are tried, by the beginning of their key: the title of a test, or of a group. */
const TRIED: Readonly<Record<string, string>> = {
  'canceling.': 'a job can’t be canceled',
  'common.problem.': 'a problem “%s” names the service that it is of',
  'connection.trouble.': 'a connection that does not work',
  'deploy.judge.': 'is validated, predicted and deployed, and its VM runs with the restored disks',
  'deploy.trouble.': 'a blob that cannot be read',
  'diskChecks.prerequisites.': 'one thing that is not in place',
  'diskChecks.validation.': 'a validation that succeeded at noon',
  'fieldsThatMend.': 'error %s %s is mended at %s in the step %s',
  'notification.': 'is notified as accepted once and as ended once, over two tabs',
  'picture.fates.gone': 'a source that no longer exists',
  'picture.line.gone': 'a source that no longer exists',
  'stepActions.gone': 'say that no VM is known where one would be read',
  'tabTitle.': 'a job that is watched',
  'whatHappened.ofGone': 'is all that exists where the machine is gone',
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
  'softDelete.next',
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
  // Tried as `submission.wayOn` and that of the script.
  'wayOn.',
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
  const known = [...IN_TABLES, ...Object.keys(TRIED), ...CLAIMLESS];
  const keys = claims();
  expect(keys.filter((key) => !known.some((one) => key.startsWith(one)))).toEqual([]);
  expect(known.filter((one) => !keys.some((key) => key.startsWith(one)))).toEqual([]);
  expect(keys.length).toBeGreaterThan(100);
});

/** The texts of all other unit tests, wherever they are. */
const testTexts = globSync('src/**/*.test.ts')
  .filter((file) => resolve(file) !== import.meta.filename)
  .map((file) => readFileSync(file, 'utf8'));

test('each of these tests is there, and one alone has its title', () => {
  const countOf = (title: string): number =>
    testTexts.filter((text) => text.includes(`'${title}',`)).length;
  expect(Object.values(TRIED).filter((title) => countOf(title) !== 1)).toEqual([]);
});

test('each of these groups of sentences is in a table of claims', () => {
  const imported = testTexts
    .filter((text) => /\btest\.each\([^)]+\)\('\$key needs its facts'/.test(text))
    .flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from '#src\/strings\//g)])
    .flatMap(([, names = '']) => names.match(/\w+/g) ?? []);
  const groups = IN_TABLES.map((key) => key.split('.', 1)[0] ?? '');
  expect(groups.filter((group) => !imported.includes(group))).toEqual([]);
});

/** What a list lacks proves nothing of before, what a vault has is no option of a VM, and a point has its own disks. */
const { does, scenario: scenarios, answer } = whatHappened;
const place = { region: 'West Europe', pair: 'North Europe', redundancy: 'GRS' };
const reach = { all: 5, secondary: 1, declared: 1, zones: 1, one: 1, unknown: 1 };
const WIDENED: readonly (readonly [what: string, never: RegExp, texts: readonly string[]])[] = [
  [
    'a list without a thing',
    /no longer|deleted|expired|exist/,
    [
      unusedChoices.gone('Production'),
      unusedChoices.pointGone,
      preflight.staging.gone,
      preflight.addresses.gone('default'),
      preflight.point.gone,
      submission.waits.pointGone,
      flow.point.gone,
      diskFlow.point.gone,
      diskActions.gone,
    ],
  ],
  [
    'a vault with a copy elsewhere',
    /(^|\. )You can restore|can be restored (in|to)/,
    [
      outage.hasSecondary('North Europe'),
      ...Object.values(outage.region).map((text) => text(place)),
      ...Object.values(outage.zone).map((text) => text(place)),
      ...serviceIssue.ofRegion(reach),
      ...serviceIssue.ofZone(reach).filter((text) => !text.includes('can’t')),
    ],
  ],
  ['the options of one scenario', /^No restore option/, [answer.none]],
  [
    'the disks of a restore point',
    /\ball (the |its )?disks/i,
    [does.disks, does.zoneDisks('2'), does.regionDisks('North Europe'), scenarios.way['disk-lost']],
  ],
  ['restores to another target', /^No restore in progress\./, [checks.target.none]],
];

test.each(WIDENED)('%s: no text says more', (_, never, texts) => {
  expect(texts.filter((text) => never.test(text))).toEqual([]);
});

test.each([
  [checks.target.noneRead, 'that could be read'],
  [running.noneRead, 'that could be read'],
  [vaults.inside.machines(3, true), 'at least'],
  [fileSession.stage.lost.notMounted('10:00'), 'might still be in progress'],
])('“%s” claims no more than is known: %s', (text, limit) => {
  expect(text).toContain(limit);
});
