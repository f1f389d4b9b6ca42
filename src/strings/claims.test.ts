import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { diskPages } from '#src/strings/azure-disk.ts';
import { diskFlow } from '#src/strings/azure-disk-restore.ts';
import { checks } from '#src/strings/checks.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { unusedChoices } from '#src/strings/choices.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { diskActions } from '#src/strings/disks.ts';
import { instance } from '#src/strings/instance.ts';
import { outage } from '#src/strings/outage.ts';
import { preflight } from '#src/strings/preflight.ts';
import { running } from '#src/strings/progress.ts';
import { record } from '#src/strings/record.ts';
import { submission } from '#src/strings/submission.ts';
import { dataLoss, timeline } from '#src/strings/timeline.ts';
import { vaults } from '#src/strings/vaults.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { wizard } from '#src/strings/wizard.ts';

/** What a list lacks proves nothing of before, what a vault has is no option of a VM, and a point has its own disks. */
const { does, scenario: scenarios, answer } = whatHappened;
const place = { region: 'West Europe', pair: 'North Europe', redundancy: 'GRS' };
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
    /\b(can(’t)?|restore[sd]?|waits?|requires?|if)\b/,
    [
      outage.hasSecondary('North Europe'),
      ...Object.values(outage.region).map((text) => text(place)),
      ...Object.values(outage.zone).map((text) => text(place)),
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

/** Half a minute less than two days: rounded up it would be more than is lost. */
const LOSS_MS = 2 * 86_400_000 - 30_000;
const { heads } = instance.points;
const LOSSES = [
  dataLoss.length(LOSS_MS),
  dataLoss.changes(LOSS_MS),
  dataLoss.lost(LOSS_MS),
  timeline.point('22:03', null, LOSS_MS),
  timeline.application(LOSS_MS),
  wizard.point.spoken('22:03', LOSS_MS),
  wizard.point.lostSentence(LOSS_MS),
  wizard.point.lostBefore(LOSS_MS, '2 min', '22:05'),
  wizard.point.loss(LOSS_MS),
  submission.writesAfter('22:03', LOSS_MS),
];

test(`each of ${String(LOSSES.length)} texts of a loss says its bound, and each head above lengths`, () => {
  expect(LOSSES.filter((text) => !/\bat least 1 d 23 h\b/i.test(text))).toEqual([]);
  const all = [heads.lost, diskPages.instance.points.heads.lost, record.labels.dataLoss];
  expect(all.filter((text) => !/\bat least\b/.test(text))).toEqual([]);
});

const folder = 'src/strings';

test('no other text says a length of changes that are lost', () => {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[\w-]+(?<!\.test)\.ts$/.test(file))
    .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split('\n'))
    .filter((line) => /\$\{.*\b(?:changes|lost)\b.*`/.test(line) && /duration|loss/i.test(line));
  expect(texts.filter((line) => !/dataLoss\.|lossText\(/.test(line))).toEqual([]);
  expect(texts.length).toBeGreaterThan(5);
});
