import type { RuleText } from './text.ts';

/** What Azure keeps for some days after its deletion, and what goes by itself before long. */
export const softDeleteTexts = {
  'platform.instance.soft-deleted': {
    say: 'This backup instance is soft-deleted. Undelete it before Azure deletes its restore points, then restore.',
    short: 'Soft-deleted',
  },
  'platform.instance.soft-deleted.how': {
    say: 'Undelete keeps the restore points and leaves protection stopped. Azure deletes nothing until protection resumes. Restore from expired restore points before that.',
  },
  'platform.point.soft-deleted': {
    say: 'This restore point is soft-deleted. You can restore it until it expires. You can’t undelete it.',
    instead: 'Choose another restore point',
    short: 'Soft-deleted',
  },
  'platform.point.expires-soon': {
    say: 'This restore point expires within 48 hours. After that, you can’t restore from it again.',
    instead: 'Choose another restore point',
    short: 'Expires within 48 hours',
  },
} as const satisfies Record<string, RuleText>;
