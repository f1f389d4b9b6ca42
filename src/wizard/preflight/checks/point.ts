import { preflight } from '#src/strings/preflight.ts';
import { wizard } from '#src/strings/wizard.ts';
import { chosenPoint } from '#src/wizard/draft/view.ts';
import type { Check, Look, Remedy } from '#src/wizard/preflight/check.ts';
import { about } from '#src/wizard/preflight/claims.ts';
import { notInPart, unread } from '#src/wizard/preflight/unread.ts';

const words = preflight.point;
const choose: Remedy = { kind: 'field', step: 'restore-point', field: 'point' };

/** Whether the restore point, and the snapshot that it may consist of, is still there. */
export const point: Check = {
  id: 'point',
  claims: about('point'),
  from: ['points', 'secondaryPoints'],
  look: ({ view }) => {
    const missing = unread(view.reads.points, words.read);
    if (missing !== null) return missing;
    if (view.shown.point === null) return { state: 'passed', found: '' };
    const found = chosenPoint(view);
    if (found === undefined) {
      const gone: Look = { state: 'failed', found: words.gone, remedies: [choose] };
      return notInPart(view.reads.points) ?? notInPart(view.reads.secondaryPoints) ?? gone;
    }
    if (found.tier === 'unknown') return { state: 'notChecked', found: words.noTier };
    return {
      state: 'passed',
      found: found.tier === 'snapshot' ? words.onlySnapshot : words.copies(wizard.tier[found.tier]),
    };
  },
};
