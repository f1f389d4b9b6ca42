import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';

import { isWholeMatrix, spreadOf } from '#src/lib/testing-spread.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import { draftSchema } from '#src/wizard/draft/schema.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import { demoStarts, heardIn, heardOfOption, linksFrom, lookAtDemo } from './demo-drafts.ts';
import { asDifferences, asWhole } from './demo-links.ts';

type DemoLinks = ReturnType<typeof asWhole>;

const choices = z.partial(draftSchema.shape.choices);
const written = z
  .object({
    presets: z.record(z.string(), choices),
    links: z.record(
      z.string(),
      z.object({
        step: z.string(),
        from: z.optional(z.string()),
        choices: z.optional(choices),
        refused: z.optional(choices),
      }),
    ),
  })
  .parse(
    JSON.parse(
      readFileSync(new URL('../src/pages/rules/demo-links.json', import.meta.url), 'utf8'),
    ),
  );
const committed = asWhole(written);

/** A link with every choice of its draft. */
const filled = (links: DemoLinks) =>
  Object.fromEntries(
    Object.entries(links).map(([id, link]) => [
      id,
      { ...link, choices: { ...newDraft('draft', 0).choices, ...link.choices } },
    ]),
  );

/** The step at which each rule is met: of a part of the drafts, some rules are met in none. */
const stepsOf = (links: Readonly<Record<string, { readonly step: string }>>) =>
  Object.fromEntries(Object.entries(links).map(([id, { step }]) => [id, step]));

describe('where rules can be met in the demo', () => {
  test('each rule is heard in the draft that is named for it', async () => {
    const ids = catalogue.map(({ id }): string => id);
    const silent: string[] = [];
    const looking = lookAtDemo();
    for (const [id, link] of Object.entries(committed)) {
      expect(ids).toContain(id);
      const view = await looking.view({ ...newDraft('draft', 0).choices, ...link.choices });
      const heard = link.refused === undefined ? heardIn(view) : heardOfOption(view, link.refused);
      if (!heard.some((rule) => rule.id === id)) silent.push(id);
    }
    expect(silent, 'run npm run docs -- demo-links').toEqual([]);
  });

  // All drafts take a slow machine some minutes.
  test('is written down as it is found today', { timeout: 600_000 }, async () => {
    const looking = lookAtDemo();
    const starts = spreadOf(await demoStarts(looking), 17);
    const found = await linksFrom(looking, starts);
    expect(stepsOf(committed), 'run npm run docs -- demo-links').toMatchObject(stepsOf(found));
    // Which draft is the first that hears a rule is known only where all of them were looked at.
    const today = isWholeMatrix() ? found : committed;
    expect(written, 'run npm run docs -- demo-links').toEqual(asDifferences(today));
  });

  test('each draft comes out of its preset with every choice as it was', () => {
    const whole: DemoLinks = {
      plain: { step: 'review', choices: {} },
      first: { step: 'review', choices: { instance: 'a;vm', point: '1', option: 'createVm' } },
      same: { step: 'instance', choices: { instance: 'a;vm', point: '1', option: 'createVm' } },
      less: {
        step: 'review',
        choices: { instance: 'a;vm', point: '1' },
        refused: { vmName: 'vm' },
      },
    };
    expect(filled(asWhole(asDifferences(whole)))).toEqual(filled(whole));
    expect(asDifferences(whole).links['less']).toEqual({
      step: 'review',
      from: 'vm, createVm',
      choices: { option: null },
      refused: { vmName: 'vm' },
    });
  });

  test('no link repeats what a preset of it says', () => {
    for (const { from = '', choices: own = {} } of Object.values(written.links))
      for (const [field, value] of Object.entries(own))
        expect(value).not.toEqual({ ...written.presets[from] }[field]);
  });

  test('covers most issues of a restore of a machine', () => {
    expect(Object.keys(committed).length).toBeGreaterThan(150);
  });
});
