import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';

import { catalogue } from '#src/rules/catalogue.ts';
import { draftSchema, newDraft } from '#src/wizard/draft/schema.ts';
import { findDemoLinks } from './demo-links/find.ts';
import { heardIn, heardOfOption } from './demo-links/hearing.ts';
import { lookAtDemo } from './demo-links/reading.ts';

const choices = z.partial(draftSchema.shape.choices);
const committed = z
  .record(z.string(), z.object({ step: z.string(), choices, refused: z.optional(choices) }))
  .parse(
    JSON.parse(
      readFileSync(new URL('../src/pages/rules/demo-links.json', import.meta.url), 'utf8'),
    ),
  );

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
    expect(silent, 'run npm run demo-links').toEqual([]);
  });

  test('is written down as it is found today', async () => {
    expect(committed, 'run npm run demo-links').toEqual(await findDemoLinks(lookAtDemo()));
  });

  test('is told of most of what a restore of a machine may meet', () => {
    expect(Object.keys(committed).length).toBeGreaterThan(150);
  });
});
