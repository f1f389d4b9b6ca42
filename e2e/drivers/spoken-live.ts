import type { Page } from 'playwright/test';

export interface Announcement {
  readonly kind: 'alert' | 'status';
  readonly text: string;
}

/**
 * Starts to note the text of live regions as a reader speaks it: polite and assertive, the whole region
 * where it is atomic, else the new part; nothing hidden, and no text twice in a row. Returns a function
 * for the text since its last call, in the order of the page: which of two reads ends first is chance.
 */
export async function liveIn(page: Page): Promise<() => Promise<Announcement[]>> {
  const notes = await page.evaluateHandle(() => {
    const heard: { region: Element; announcement: Announcement }[] = [];
    const last = new WeakMap<Element, string>();
    const LIVE =
      '[role="alert"], [role="status"], [role="log"], [aria-live="polite"], [aria-live="assertive"], output';
    const textOf = (element: HTMLElement): string =>
      element.innerText.replaceAll(/\s+/g, ' ').trim();
    const isHidden = (element: Element): boolean =>
      element.closest('[aria-hidden="true"], [inert], [aria-busy="true"], [aria-live="off"]') !==
        null || !element.checkVisibility({ visibilityProperty: true });
    const isAtomic = (region: Element): boolean =>
      region.getAttribute('aria-atomic') === 'true' ||
      (region.matches('[role="alert"], [role="status"], output') &&
        region.getAttribute('aria-atomic') !== 'false');
    const say = (region: HTMLElement, text: string): void => {
      if (text === '' || isHidden(region) || last.get(region) === text) return;
      last.set(region, text);
      const isUrgent =
        region.getAttribute('role') === 'alert' || region.getAttribute('aria-live') === 'assertive';
      heard.push({ region, announcement: { kind: isUrgent ? 'alert' : 'status', text } });
    };
    const regionOf = (target: Node): Element | null =>
      (target instanceof Element ? target : target.parentElement)?.closest(LIVE) ?? null;
    const partOf = (target: Node): HTMLElement | null =>
      target instanceof HTMLElement ? target : target.parentElement;
    const regionsIn = (added: Node): Element[] =>
      added instanceof Element ? Array.from(added.querySelectorAll(LIVE)) : [];
    new MutationObserver((changes) => {
      const regions = new Map<HTMLElement, Set<HTMLElement>>();
      const note = (node: Node): void => {
        const region = regionOf(node);
        const part = partOf(node);
        if (!(region instanceof HTMLElement) || part === null) return;
        regions.set(region, (regions.get(region) ?? new Set()).add(part));
      };
      for (const { type, target, addedNodes } of changes) {
        if (type === 'characterData') note(target);
        // A region that is added together with its words speaks them, too.
        for (const added of addedNodes) [added, ...regionsIn(added)].forEach(note);
      }
      for (const [region, parts] of regions)
        for (const part of isAtomic(region) ? [region] : parts)
          if (part.isConnected) say(region, textOf(part));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return heard;
  });
  return async () =>
    notes.evaluate((heard) =>
      heard
        .splice(0)
        .toSorted((a, b) => {
          const place = a.region.compareDocumentPosition(b.region);
          return (
            (place & Node.DOCUMENT_POSITION_PRECEDING) - (place & Node.DOCUMENT_POSITION_FOLLOWING)
          );
        })
        .map(({ announcement }) => announcement),
    );
}
