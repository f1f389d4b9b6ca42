import { expect } from 'playwright/test';
import type { Screens } from './screens.ts';
import { heardIn, type WrittenRule } from './written-rules.ts';

/** Opens a draft of the demo in which a constraint is met, without loading the page again. */
export async function openDraftOf({ page }: Screens, id: string): Promise<void> {
  await page.evaluate((rule) => {
    window.history.pushState(null, '', `/restore/new?rule=${rule}`);
  }, id);
  await page.waitForURL(/\/restore\/[0-9a-f-]{36}\//);
}

/** Of some constraints those that are heard, each in the draft that the demo has for it or in one before. */
export async function hearAll(
  screens: Screens,
  wanted: readonly WrittenRule[],
): Promise<WrittenRule[]> {
  const heard = new Set<WrittenRule>();
  for (const rule of wanted) {
    if (heard.has(rule)) continue;
    await openDraftOf(screens, rule.id);
    for (const one of heardIn(await hear(screens, rule), wanted)) heard.add(one);
  }
  return wanted.filter((rule) => heard.has(rule));
}

/** All that a draft says of constraints; asked again until the one that it was opened for is heard. */
async function hear({ wizard: { answers } }: Screens, wanted: WrittenRule): Promise<string> {
  let texts = '';
  const isHeard = (): boolean => heardIn(texts, [wanted]).length > 0;
  await expect(async () => {
    await answers.unfold();
    texts = await answers.texts();
    if (isHeard()) return;
    await answers.askForHidden();
    texts = await answers.texts();
    expect(isHeard(), wanted.id).toBe(true);
  }).toPass();
  return texts;
}
