import type { FullFacts } from '../facts.ts';
import { all } from '../known.ts';
import { learn, ours, rules, service } from '../rule.ts';

const questions = learn(
  'Soft delete for virtual machines, Frequently asked questions',
  '2020-04-30',
);
const ofPoints = learn('Secure by default with soft delete', '2024-11-20');

/** The number is ours: two nights, so that a restore that fails can be tried once more. */
const SOON_HOURS = 48;

/** At the moment of its end a restore point has expired. */
const hasExpired = ({ hoursToExpiry }: FullFacts['point']): boolean =>
  hoursToExpiry !== null && hoursToExpiry <= 0;

/** What Azure keeps for some days after its deletion, and what goes by itself before long. */
export const softDeleteRules = [
  ...rules('instance', [
    {
      id: 'platform.instance.soft-deleted',
      kind: 'block',
      field: 'instance',
      when: ({ item }) => item.isSoftDeleted,
      say: 'This backup instance is soft-deleted. Undelete it before Azure deletes its restore points, then restore.',
      short: 'Soft-deleted',
      by: service(
        'The document says to undelete it first. No recorded response shows the rejection.',
      ),
      source: [questions],
    },
    {
      id: 'platform.instance.soft-deleted.how',
      kind: 'info',
      field: 'instance',
      when: ({ item }) => item.isSoftDeleted,
      say: 'Undelete keeps the restore points and leaves protection stopped. Azure deletes nothing until protection resumes. Restore from expired restore points before that.',
      source: [questions],
    },
  ]),
  ...rules('restore-point', [
    {
      id: 'platform.point.soft-deleted',
      kind: 'warn',
      field: 'point',
      when: ({ point }) => point.isSoftDeleted,
      say: 'This restore point is soft-deleted. You can restore it until it expires. You can’t undelete it.',
      short: 'Soft-deleted',
      instead: { label: 'Choose another restore point', set: [{ field: 'point' }] },
      source: [ofPoints],
    },
    {
      id: 'platform.point.expired',
      kind: 'block',
      field: 'point',
      when: ({ vm, point }) =>
        all(
          () => hasExpired(point),
          () => !vm.isProtectionStopped,
        ),
      say: 'This restore point has expired. While protection is on, Azure deletes expired restore points. Select another one.',
      short: 'Expired',
      instead: { label: 'Choose another restore point', set: [{ field: 'point' }] },
      by: service(
        'The document says that Azure deletes expired restore points. No recorded response shows the rejection.',
      ),
      source: [questions],
    },
    {
      id: 'platform.point.expires-soon',
      kind: 'warn',
      field: 'point',
      when: ({ point }) =>
        !hasExpired(point) && point.hoursToExpiry !== null && point.hoursToExpiry < SOON_HOURS,
      say: 'This restore point expires within 48 hours. Azure can delete it after that.',
      short: 'Expires within 48 hours',
      instead: { label: 'Choose another restore point', set: [{ field: 'point' }] },
      source: [ours('Restore points that expire within 48 hours')],
    },
  ]),
];
